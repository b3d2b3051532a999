import { make } from './dom.js'
import { knows, t } from './i18n.js'

/** Shows who is signed in, and as what, with a button to sign out; or a button to sign in. */
export function createWhoView(node, { onSignIn, onSignOut }) {
  let who // undefined until it is known

  function show(next = who) {
    who = next
    node.hidden = who === undefined
    if (who === undefined) return
    node.replaceChildren(...(who ? someone(who) : [button('sign-in', onSignIn)]))
  }

  function someone({ name, posts }) {
    const held = posts.map(({ role, scope }) => `${roleName(role)} · ${scopeName(scope)}`).join('\n')
    const roles = [...new Set(posts.map(({ role }) => roleName(role)))].join(t('who.and'))
    return [
      make('p', { title: held },
        make('span', { class: 'unseen' }, t('who.title')), make('b', {}, name),
        make('span', { class: 'roles' }, roles || t('who.none'))),
      button('sign-out', onSignOut),
    ]
  }

  const button = (key, onclick) => make('button', { type: 'button', class: key, onclick }, t(key))

  return { show }
}

const roleName = role => (knows(`role.${role}`) ? t(`role.${role}`) : role)
const scopeName = scope => (scope === '*' ? t('who.everywhere') : scope)
