import { Problem, getJson } from './api.js'
import { byId, make } from './dom.js'
import { clock } from './format.js'
import { language, knows, speak, t, translatePage } from './i18n.js'
import { followLive } from './live.js'
import { createMapView } from './map.js'
import { hideMessage, problemTitle, showProblem, showQuiet, showSignIn, showWelcome } from './message.js'
import { createPeriodChooser } from './period.js'
import { gently } from './refresh.js'
import { askWho, signIn, signInOutcome, signOut } from './session.js'
import { hashOf, instantsOf, readState } from './state.js'
import { createSummaryView } from './summary.js'
import { createWhoView } from './who.js'

const PAUSE = 2_000 // milliseconds between two live refreshes
const PATIENT = 250 // milliseconds before grey lines replace what was there
const FOREVER = 2 ** 31 - 1 // the longest that a timer can wait
const MEASURE = 'yiqiao.measure'

const main = byId('main')
let outcome = signInOutcome() // of a sign-in that failed
let live = null
let here = readState(location.hash)
let towns = []
let territory = null // {self, children, parents}
let summary = null
let summaryOf = null // address that the summary is of
let shownAt = null
let askedFor = '' // strange children for which the territory was asked again
let problem = null
let trip = new AbortController() // the visit to this address, with everything it asks for
let arrival = Promise.resolve()

const map = createMapView(byId('map'), byId('legend'), {
  onOpen: code => go({ scope: code }),
  onHover: code => figures.light(code),
})
const figures = createSummaryView({ here: () => here, onHover: code => map.light(code) })
const period = createPeriodChooser(byId('period'), { here: () => here, onChoose: go })
const who = createWhoView(byId('who'), { onSignIn: signIn, onSignOut: () => signOut().catch(showStale) })

function go(change, replace = false) {
  const hash = hashOf({ ...here, ...change })
  if (hash === location.hash) return
  if (replace) history.replaceState(null, '', hash)
  else history.pushState(null, '', hash)
  visit()
}

/** Goes to the address: territory and summary are asked for together, each is shown when it comes. */
function visit(patience = PATIENT) {
  const before = here
  here = readState(location.hash)
  const moved = territory?.self.properties.code !== here.scope
  trip.abort()
  trip = new AbortController()
  const { signal } = trip
  problem = null
  byId('stale').hidden = true
  main.setAttribute('aria-busy', 'true')
  period.show()
  if (territory && !moved) showCrumbs()
  const grey = moved && setTimeout(() => territory?.self.properties.code === here.scope || wait(), patience)
  arrival = arrive(moved, signal)
    .catch(error => fail(error, signal))
    .finally(() => {
      clearTimeout(grey)
      if (!signal.aborted) main.setAttribute('aria-busy', 'false')
    })
  if (before.scope && before.scope !== here.scope) {
    scrollTo({ top: 0 })
    arrival.then(() => signal.aborted || byId('name').focus({ preventScroll: true }))
  }
  return arrival
}

async function arrive(moved, signal) {
  if (!towns.length || (moved && !here.scope)) towns = await getJson('/api/scopes', {}, signal)
  if (!towns.length) return show('welcome')
  if (!here.scope) {
    history.replaceState(null, '', hashOf({ ...here, scope: towns[0].code }))
    here = readState(location.hash)
  }
  const figuresAsked = askSummary(signal)
  figuresAsked.catch(() => {}) // told below; the territory may fail first
  if (moved) {
    const next = await askTerritory(signal)
    signal.throwIfAborted()
    if (main.dataset.state !== 'loading') wait()
    territory = next
    showTerritory()
  }
  accept(await figuresAsked, true)
}

const askSummary = signal => getJson('/api/summary', { scope: here.scope, ...instantsOf(here) }, signal)

async function askTerritory(signal) {
  const { features, parents = [] } = await getJson(`/api/scopes/${encodeURIComponent(here.scope)}`, {}, signal)
  const [self, ...children] = features ?? []
  if (!self) throw new Problem({ kind: 'missing' })
  return { self, children, parents }
}

/** Figures after something was applied. What was shown stays if they do not come. */
const refresh = gently(async () => {
  await arrival
  if (main.dataset.state !== 'ready') return visit(FOREVER)
  const { signal } = trip
  try {
    const next = await askSummary(signal)
    const strangers = strangersIn(next)
    if (strangers && strangers !== askedFor) {
      askedFor = strangers
      territory = await askTerritory(signal)
      showTerritory()
    }
    if (!signal.aborted) accept(next, false)
  } catch (error) {
    if (error.kind === 'signed-out') fail(error, signal)
    else if (!signal.aborted) showStale(error)
    if (!signal.aborted && !(error instanceof Problem)) console.error(error)
  }
}, PAUSE)

// Children that the map does not know: a territory is being imported.
function strangersIn({ children }) {
  const known = new Set(territory.children.map(({ properties }) => properties.code))
  return children.map(({ scope }) => scope).filter(scope => !known.has(scope)).join()
}

function accept(next, quiet) {
  if (quiet && summaryOf !== location.hash) figures.reset()
  summary = next
  summaryOf = location.hash
  shownAt = Date.now()
  problem = null
  byId('stale').hidden = true
  show('ready', quiet)
}

function fail(error, signal) {
  if (signal.aborted) return
  if (error.kind === 'signed-out') return renew()
  if (error.status === 403) unfollow()
  if (!(error instanceof Problem)) console.error(error)
  problem = error instanceof Problem ? error : new Problem({ kind: 'garbled' })
  if (territory?.self.properties.code !== here.scope) wait()
  show('problem')
}

/** A session ends an hour after its sign-in: whoever is signed in at the issuer still gets the next one without a question. */
function renew() {
  leave()
  signIn()
}

/** Nobody is signed in: what is left is the offer to sign in. */
function leave() {
  trip.abort()
  unfollow()
  main.setAttribute('aria-busy', 'false')
  who.show(null)
  wait()
  show('signed-out')
}

function unfollow() {
  live?.stop()
  live = null
  byId('live').hidden = true
}

/** Another place is on its way: nothing of the old one is left to be taken for it. */
function wait() {
  summary = null
  territory = null
  hideMessage()
  byId('crumbs').replaceChildren()
  byId('name').replaceChildren()
  main.dataset.state = 'loading'
  map.forget()
  figures.wait()
}

/** Shows what is known, in the language of the moment. */
function show(state, quiet = true) {
  main.dataset.state = state
  if (state === 'welcome') showWelcome()
  if (state === 'problem') showProblem(problem, home())
  if (state === 'signed-out') showSignIn(outcome, signIn)
  if (state !== 'ready') return
  main.dataset.quiet = String(summary.total === 0)
  if (summary.total === 0) showQuiet(here.from || here.to ? hashOf({ scope: here.scope }) : null)
  else hideMessage()
  figures.show(summary, quiet)
  map.summary(summary.children)
  byId('asof').textContent = t('asof', clock(shownAt))
}

function home() {
  const [town] = towns
  return town && town.code !== here.scope ? hashOf({ scope: town.code }) : null
}

function showTerritory() {
  map.territory(territory)
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
  figures.words(territory.children[0]?.properties.level)
}

// Links lead to the same period, so they are made anew whenever it changes.
function showCrumbs() {
  const { level } = territory.self.properties
  const link = parent => make('a', { href: hashOf({ ...here, scope: parent.code }) }, parent.name)
  const trail = territory.parents.map(parent => make('li', {}, link(parent)))
  const current = make('li', { 'aria-current': 'page' }, levelName(level))
  byId('crumbs').setAttribute('aria-label', t('crumbs'))
  byId('crumbs').replaceChildren(make('ol', {}, ...trail, current), ...(townChoice() ?? []))
}

function townChoice() {
  if (towns.length < 2 || !towns.some(({ code }) => code === here.scope)) return null
  const choose = event => go({ scope: event.target.value })
  const options = towns.map(({ code, name }) => make('option', { value: code, selected: code === here.scope }, name))
  return [make('select', { 'aria-label': t('towns'), onchange: choose }, ...options)]
}

const levelName = level => (knows(`level.${level}`) ? t(`level.${level}`) : level)

function showStale(error) {
  const title = problemTitle(error instanceof Problem ? error : { kind: 'garbled' })
  byId('stale').firstElementChild.textContent = t('stale', title, clock(shownAt))
  byId('stale').hidden = false
}

function showWords() {
  translatePage()
  for (const button of document.querySelectorAll('[data-language]'))
    button.setAttribute('aria-pressed', String(button.dataset.language === language()))
  byId('zone').textContent = t('zone', Intl.DateTimeFormat().resolvedOptions().timeZone)
  who.show()
  figures.words()
  map.words()
  if (territory) showPlace()
  else document.title = t('brand')
  if (main.dataset.state !== 'loading') show(main.dataset.state)
}

for (const button of document.querySelectorAll('[data-language]'))
  button.addEventListener('click', () => {
    speak(button.dataset.language)
    showWords()
    live?.show()
  })

byId('skip').addEventListener('click', event => {
  event.preventDefault() // the hash is the page's state
  main.focus()
})

document.addEventListener('click', event => {
  if (event.target.closest('[data-retry]')) visit()
})

const measures = byId('measure')
measures.querySelector(`[value="${remembered() === 'open' ? 'open' : 'total'}"]`).checked = true
measures.addEventListener('change', ({ target }) => {
  try {
    localStorage.setItem(MEASURE, target.value)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  map.measure(target.value)
})

function remembered() {
  try {
    return localStorage.getItem(MEASURE)
  } catch {
    return null
  }
}

showWords()
map.measure(measures.querySelector(':checked').value)
wait()
addEventListener('popstate', () => visit())
begin()

/** Whoever is signed in sees the figures, and follows them. If it cannot be told, the figures will say why. */
async function begin() {
  const someone = await askWho().catch(() => undefined)
  if (someone === null) return leave()
  outcome = null
  who.show(someone)
  live = followLive(byId('live'), refresh)
  visit()
}
