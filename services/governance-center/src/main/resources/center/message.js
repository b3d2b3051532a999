import { byId, make } from './dom.js'
import { t } from './i18n.js'

const node = byId('message')

export function hideMessage() {
  node.hidden = true
  node.replaceChildren()
}

/** No township is known yet: how to begin. */
export function showWelcome() {
  const step = (text, command) => make('li', {}, make('span', {}, text), command ? make('code', {}, command) : null)
  show('welcome', bridge(), make('h1', {}, t('welcome.title')), make('p', {}, t('welcome.text')),
    make('ol', {}, step(t('welcome.territory'), 'POST :8081/api/territory/import'), step(t('welcome.requests'))),
    make('p', { class: 'small' }, t('welcome.self')))
}

/** A place without requests in the period; `allTime` is the address of the same place without a period, if there is one. */
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

/** Nobody is signed in, so there is nothing to show; `outcome` is what became of the last try. */
export function showSignIn(outcome, onSignIn) {
  show(outcome ? 'problem' : 'welcome', outcome ? null : bridge(), make('h1', {}, t(`signed-out.${outcome ?? 'title'}`)),
    make('p', {}, t(outcome ? `signed-out.${outcome}.text` : 'signed-out.text')),
    make('p', { class: 'buttons' }, make('button', { type: 'button', class: 'button', onclick: onSignIn }, t('sign-in'))))
}

export function problemTitle({ kind, title }) {
  return kind === 'missing' || kind === 'signed-out' || !title ? t(`problem.${kind}`) : title
}

function problemText({ kind, status, title, detail }) {
  if (detail) return detail
  return kind === 'missing' || kind === 'refused' ? (title ?? `HTTP ${status}`) : t(`problem.${kind}.text`)
}

// The same message again is left as it stands: focus stays, and an alert is read out once.
function show(kind, ...content) {
  const next = make('div', {}, ...content)
  const same = !node.hidden && node.classList.contains(kind) && node.textContent === next.textContent
  if (same) return
  node.className = `message ${kind}`
  node.setAttribute('role', kind === 'problem' ? 'alert' : 'status')
  node.replaceChildren(next)
  node.hidden = false
}

function bridge() {
  return document.querySelector('.mark').cloneNode(true)
}
