import { createAccountView } from './account.js'
import { Problem, getJson } from './api.js'
import { byId, make } from './dom.js'
import { clock } from './format.js'
import { hasMessage, language, setLanguage, t, translatePage } from './i18n.js'
import { connectLive } from './live.js'
import { createMapView } from './map.js'
import { hideMessage, problemTitle, showProblem, showQuiet, showSignIn, showWelcome } from './message.js'
import { createPeriodChooser } from './period.js'
import { throttle } from './refresh.js'
import { fetchSession, signIn, signInOutcome, signOut } from './session.js'
import { hashOf, instantsOf, readState } from './state.js'
import { createSummaryView } from './summary.js'
import { setTownZone, townZone } from './zone.js'

const REFRESH_INTERVAL = 2_000 // milliseconds between two live refreshes
const PLACEHOLDER_DELAY = 250 // milliseconds before placeholders replace the previous figures
const MAX_DELAY = 2 ** 31 - 1 // the longest delay of a timer
const MEASURE_KEY = 'yiqiao.measure'

const main = byId('main')
let outcome = signInOutcome() // failure of the last sign-in, or null
let live = null
let firstSteps // of the signed-in account
let state = readState(location.hash)
let towns = []
let territory = null // {self, children, parents}
let summary = null
let summaryHash = null // hash of the address of the summary
let shownAt = null
let requestedChildren = '' // unknown children for which the territory was requested again
let problem = null
let navigation = new AbortController() // aborts all requests of the current address
let pendingVisit = Promise.resolve()

const map = createMapView(byId('map'), byId('legend'), {
  onOpen: code => navigate({ scope: code }),
  onHover: code => figures.highlight(code),
})
const figures = createSummaryView({ currentState: () => state, onHover: code => map.highlight(code) })
const period = createPeriodChooser(byId('period'), { currentState: () => state, onChoose: navigate })
const account = createAccountView(byId('account'), { onSignIn: signIn, onSignOut: () => signOut().catch(showStale) })

function navigate(change, replace = false) {
  const hash = hashOf({ ...state, ...change })
  if (hash === location.hash) return
  if (replace) history.replaceState(null, '', hash)
  else history.pushState(null, '', hash)
  visit()
}

/** Loads the current address. Territory and summary are requested together, and each is shown when it arrives. */
function visit(placeholderDelay = PLACEHOLDER_DELAY) {
  const before = state
  state = readState(location.hash)
  const moved = territory?.self.properties.code !== state.scope
  navigation.abort()
  navigation = new AbortController()
  const { signal } = navigation
  problem = null
  byId('stale').hidden = true
  main.setAttribute('aria-busy', 'true')
  period.show()
  if (territory && !moved) showCrumbs()
  const shown = () => territory?.self.properties.code === state.scope
  const placeholderTimer = moved && setTimeout(() => shown() || showPlaceholders(), placeholderDelay)
  pendingVisit = load(moved, signal)
    .catch(error => handleError(error, signal))
    .finally(() => {
      clearTimeout(placeholderTimer)
      if (!signal.aborted) main.setAttribute('aria-busy', 'false')
    })
  if (before.scope && before.scope !== state.scope) {
    scrollTo({ top: 0 })
    pendingVisit.then(() => signal.aborted || byId('name').focus({ preventScroll: true }))
  }
  return pendingVisit
}

async function load(moved, signal) {
  if (!towns.length || (moved && !state.scope)) towns = await getJson('/api/scopes', {}, signal)
  if (!towns.length) return show('welcome')
  if (!state.scope) {
    history.replaceState(null, '', hashOf({ ...state, scope: towns[0].code }))
    state = readState(location.hash)
  }
  const pendingSummary = fetchSummary(signal)
  pendingSummary.catch(() => {}) // awaited below, but the territory can fail first
  if (moved) {
    const next = await fetchTerritory(signal)
    signal.throwIfAborted()
    if (main.dataset.state !== 'loading') showPlaceholders()
    territory = next
    showTerritory()
  }
  showSummary(await pendingSummary, true)
}

const fetchSummary = signal => getJson('/api/summary', { scope: state.scope, ...instantsOf(state) }, signal)

async function fetchTerritory(signal) {
  const { features, parents = [] } = await getJson(`/api/scopes/${encodeURIComponent(state.scope)}`, {}, signal)
  const [self, ...children] = features ?? []
  if (!self) throw new Problem({ kind: 'not-found' })
  return { self, children, parents }
}

/** Refreshes the figures after events were processed. If the request fails, the previous figures stay. */
const refresh = throttle(async () => {
  await pendingVisit
  if (main.dataset.state !== 'ready') return visit(MAX_DELAY)
  const { signal } = navigation
  try {
    const next = await fetchSummary(signal)
    const unknown = unknownChildren(next)
    if (unknown && unknown !== requestedChildren) {
      requestedChildren = unknown
      territory = await fetchTerritory(signal)
      showTerritory()
    }
    if (!signal.aborted) showSummary(next, false)
  } catch (error) {
    if (error.kind === 'signed-out') handleError(error, signal)
    else if (!signal.aborted) showStale(error)
    if (!signal.aborted && !(error instanceof Problem)) console.error(error)
  }
}, REFRESH_INTERVAL)

// Children that are missing on the map, because a territory is being imported.
function unknownChildren({ children }) {
  const known = new Set(territory.children.map(({ properties }) => properties.code))
  return children.map(({ code }) => code).filter(code => !known.has(code)).join()
}

function showSummary(next, quiet) {
  if (quiet && summaryHash !== location.hash) figures.reset()
  summary = next
  summaryHash = location.hash
  shownAt = Date.now()
  problem = null
  byId('stale').hidden = true
  show('ready', quiet)
}

function handleError(error, signal) {
  if (signal.aborted) return
  if (error.kind === 'signed-out') return renewSession()
  if (error.status === 403) disconnectLive()
  if (!(error instanceof Problem)) console.error(error)
  problem = error instanceof Problem ? error : new Problem({ kind: 'unreadable' })
  if (territory?.self.properties.code !== state.scope) showPlaceholders()
  show('problem')
}

/**
 * Signs in again after the session has ended, an hour after its sign-in. A user still signed in at the issuer gets a
 * new session without a prompt.
 */
function renewSession() {
  showSignedOut()
  signIn()
}

/** Removes all figures and offers to sign in. */
function showSignedOut() {
  navigation.abort()
  disconnectLive()
  main.setAttribute('aria-busy', 'false')
  account.show(null)
  showPlaceholders()
  show('signed-out')
}

function disconnectLive() {
  live?.stop()
  live = null
  byId('live').hidden = true
}

/** Shows placeholders while another place loads, so that no figure of the previous place remains. */
function showPlaceholders() {
  summary = null
  territory = null
  hideMessage()
  byId('crumbs').replaceChildren()
  byId('name').replaceChildren()
  main.dataset.state = 'loading'
  map.clearFigures()
  figures.showPlaceholders()
}

/** Shows one state of the page in the current language. */
function show(view, quiet = true) {
  main.dataset.state = view
  if (view === 'welcome') showWelcome(firstSteps)
  if (view === 'problem') showProblem(problem, townLink())
  if (view === 'signed-out') showSignIn(outcome, signIn)
  if (view !== 'ready') return
  main.dataset.quiet = String(summary.total === 0)
  if (summary.total === 0) showQuiet(state.from || state.to ? hashOf({ scope: state.scope }) : null)
  else hideMessage()
  figures.show(summary, quiet)
  map.showFigures(summary.children)
  byId('asof').textContent = t('asof', clock(shownAt))
}

function townLink() {
  const [town] = towns
  return town && town.code !== state.scope ? hashOf({ scope: town.code }) : null
}

function showTerritory() {
  map.showTerritory(territory)
  showPlace()
}

function showPlace() {
  const { name, code, level } = territory.self.properties
  main.dataset.town = String(level === 'township')
  main.dataset.leaf = String(territory.children.length === 0)
  showCrumbs()
  byId('name').replaceChildren(name, make('small', {}, code))
  document.title = `${name} · ${t('brand')}`
  byId('leaf-note').textContent = t(level === 'micro-grid' ? 'map.leaf' : 'areas.none')
  figures.updateLanguage(territory.children[0]?.properties.level)
}

// The links keep the period, so they are recreated whenever it changes.
function showCrumbs() {
  const { level } = territory.self.properties
  const link = parent => make('a', { href: hashOf({ ...state, scope: parent.code }) }, parent.name)
  const trail = territory.parents.map(parent => make('li', {}, link(parent)))
  const current = make('li', { 'aria-current': 'page' }, levelName(level))
  byId('crumbs').setAttribute('aria-label', t('crumbs'))
  byId('crumbs').replaceChildren(make('ol', {}, ...trail, current), ...(townChoice() ?? []))
}

function townChoice() {
  if (towns.length < 2 || !towns.some(({ code }) => code === state.scope)) return null
  const choose = event => navigate({ scope: event.target.value })
  const options = towns.map(({ code, name }) => make('option', { value: code, selected: code === state.scope }, name))
  return [make('select', { 'aria-label': t('towns'), onchange: choose }, ...options)]
}

const levelName = level => (hasMessage(`level.${level}`) ? t(`level.${level}`) : level)

function showStale(error) {
  const title = problemTitle(error instanceof Problem ? error : { kind: 'unreadable' })
  byId('stale').firstElementChild.textContent = t('stale', title, clock(shownAt))
  byId('stale').hidden = false
}

function updateLanguage() {
  translatePage()
  for (const button of document.querySelectorAll('[data-language]'))
    button.setAttribute('aria-pressed', String(button.dataset.language === language()))
  byId('zone').textContent = t('zone', townZone())
  account.show()
  figures.updateLanguage()
  map.updateLanguage()
  if (territory) showPlace()
  else document.title = t('brand')
  if (main.dataset.state !== 'loading') show(main.dataset.state)
}

for (const button of document.querySelectorAll('[data-language]'))
  button.addEventListener('click', () => {
    setLanguage(button.dataset.language)
    updateLanguage()
    live?.show()
  })

byId('skip').addEventListener('click', event => {
  event.preventDefault() // the hash contains the state of the page
  main.focus()
})

document.addEventListener('click', event => {
  if (event.target.closest('[data-retry]')) visit()
})

const measures = byId('measure')
measures.querySelector(`[value="${storedMeasure() === 'open' ? 'open' : 'total'}"]`).checked = true
measures.addEventListener('change', ({ target }) => {
  try {
    localStorage.setItem(MEASURE_KEY, target.value)
  } catch {
    // Without storage, the choice lasts until the page is closed.
  }
  map.setMeasure(target.value)
})

function storedMeasure() {
  try {
    return localStorage.getItem(MEASURE_KEY)
  } catch {
    return null
  }
}

updateLanguage()
map.setMeasure(measures.querySelector(':checked').value)
showPlaceholders()
addEventListener('popstate', () => visit())
start()

/** Starts the page: a signed-in user sees live figures. If the session cannot be read, the figures show the problem. */
async function start() {
  const session = await fetchSession().catch(() => undefined)
  if (session === null) return showSignedOut()
  outcome = null
  account.show(session)
  firstSteps = session?.firstSteps
  setTownZone(session?.zone)
  byId('zone').textContent = t('zone', townZone())
  live = connectLive(byId('live'), refresh)
  visit()
}
