import { make } from './dom.js'
import { hasMessage, t } from './i18n.js'

/** Shows the signed-in account with its roles and a sign-out button, or a sign-in button. */
export function createAccountView(node, { onSignIn, onSignOut }) {
  let account // undefined until known, null if signed out

  function show(next = account) {
    account = next
    node.hidden = account === undefined
    if (account === undefined) return
    node.replaceChildren(...(account ? details(account) : [button('sign-in', onSignIn)]))
  }

  function details({ name, posts }) {
    const scopes = posts.map(({ role, scope }) => `${roleName(role)} · ${scopeName(scope)}`).join('\n')
    const roles = [...new Set(posts.map(({ role }) => roleName(role)))].join(t('account.and'))
    return [
      make('p', { title: scopes },
        make('span', { class: 'visually-hidden' }, t('account.title')), make('b', {}, name),
        make('span', { class: 'roles' }, roles || t('account.none'))),
      button('sign-out', onSignOut),
    ]
  }

  const button = (key, onclick) => make('button', { type: 'button', class: key, onclick }, t(key))

  return { show }
}

const roleName = role => (hasMessage(`role.${role}`) ? t(`role.${role}`) : role)
const scopeName = scope => (scope === '*' ? t('account.everywhere') : scope)
