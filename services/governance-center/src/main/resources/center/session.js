import { Problem, getJson } from './api.js'
import { locale } from './i18n.js'

const ADDRESS = 'yiqiao.address'

/** Who is signed in: {id, name, posts: [{role, scope}]}; null if nobody is. */
export async function askWho() {
  try {
    return await getJson('/api/session')
  } catch (error) {
    if (error instanceof Problem && error.kind === 'signed-out') return null
    throw error
  }
}

/** Leads to the issuer's page, and back to this address. */
export function signIn() {
  keep(location.hash)
  location.assign(`/oauth2/authorization/yiqiao?lang=${locale()}`)
}

/** Ends the session here, then the one at the issuer. Throws a Problem if the center does not answer. */
export async function signOut() {
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''
  const response = await fetch('/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } })
    .catch(() => null)
  if (!response) throw new Problem({ kind: 'silent' })
  location.assign(response.headers.get('Location') ?? '/')
}

/** What became of a sign-in, as the address says: 'failed', 'unavailable' or null. The address is as before then. */
export function signInOutcome() {
  const outcome = new URLSearchParams(location.search).get('sign-in')
  const hash = location.hash || kept()
  if (outcome || hash !== location.hash) history.replaceState(null, '', location.pathname + hash)
  return ['failed', 'unavailable'].includes(outcome) ? outcome : null
}

function keep(hash) {
  try {
    sessionStorage.setItem(ADDRESS, hash)
  } catch {
    // Without storage one comes back to where the page begins.
  }
}

function kept() {
  try {
    const hash = sessionStorage.getItem(ADDRESS) ?? ''
    sessionStorage.removeItem(ADDRESS)
    return hash
  } catch {
    return ''
  }
}
