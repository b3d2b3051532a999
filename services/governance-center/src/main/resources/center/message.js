import { byId, make } from './dom.js'
import { t } from './i18n.js'

const node = byId('message')

export function hideMessage() {
  node.hidden = true
  node.replaceChildren()
}

/**
 * Shows the first steps while no township is known. `steps` has the address of each step that the posts of the
 * signed-in account allow; another account takes the other steps.
 */
export function showWelcome(steps = {}) {
  const step = (key, address) =>
    make('li', {}, make('span', {}, t(address ? key : `${key}.others`)),
      address ? make('code', {}, `POST ${address}`) : null)
  show('welcome', logo(), make('h1', {}, t('welcome.title')), make('p', {}, t('welcome.text')),
    make('ol', {}, step('welcome.territory', steps.importTerritory),
      step('welcome.requests', steps.importRequests ?? steps.submitRequest)),
    make('p', { class: 'small' }, t('welcome.self')))
}

/**
 * Shows that a place has no requests in the period. `allTime` is the address of the place without a period, or null if
 * no period is set.
 */
export function showQuiet(allTime) {
  show('quiet', make('h2', {}, t(allTime ? 'quiet.title' : 'quiet.never')),
    make('p', {}, t(allTime ? 'quiet.text' : 'quiet.never.text')),
    allTime ? make('a', { class: 'button', href: allTime }, t('quiet.all')) : null)
}

export function showProblem(problem, home) {
  show('problem', make('h2', {}, problemTitle(problem)), make('p', {}, problemText(problem)),
    problem.code ? make('p', { class: 'small' }, t('problem.code', problem.code)) : null,
    make('p', { class: 'buttons' }, make('button', { type: 'button', class: 'button', 'data-retry': true }, t('retry')),
      home ? make('a', { class: 'button second', href: home }, t('problem.home')) : null))
}

/** Offers to sign in. `outcome` is the failure of the last sign-in ('failed' or 'unavailable'), or null. */
export function showSignIn(outcome, onSignIn) {
  show(outcome ? 'problem' : 'welcome', outcome ? null : logo(), make('h1', {}, t(`signed-out.${outcome ?? 'title'}`)),
    make('p', {}, t(outcome ? `signed-out.${outcome}.text` : 'signed-out.text')),
    make('p', { class: 'buttons' }, make('button', { type: 'button', class: 'button', onclick: onSignIn }, t('sign-in'))))
}

export function problemTitle({ kind, title }) {
  return kind === 'not-found' || kind === 'signed-out' || !title ? t(`problem.${kind}`) : title
}

function problemText({ kind, status, title, detail }) {
  if (detail) return detail
  return kind === 'not-found' || kind === 'rejected' ? (title ?? `HTTP ${status}`) : t(`problem.${kind}.text`)
}

// An unchanged message is not replaced, so that it keeps the focus and a screen reader announces an alert only once.
function show(kind, ...content) {
  const next = make('div', {}, ...content)
  const same = !node.hidden && node.classList.contains(kind) && node.textContent === next.textContent
  if (same) return
  node.className = `message ${kind}`
  node.setAttribute('role', kind === 'problem' ? 'alert' : 'status')
  node.replaceChildren(next)
  node.hidden = false
}

function logo() {
  return document.querySelector('.mark').cloneNode(true)
}
