import { Problem, getJson } from './api.js'
import { locale } from './i18n.js'

const ADDRESS_KEY = 'yiqiao.address'

/** Fetches the signed-in account: {id, name, posts: [{role, scope}]}; null if nobody is signed in. */
export async function fetchSession() {
  try {
    return await getJson('/api/session')
  } catch (error) {
    if (error instanceof Problem && error.kind === 'signed-out') return null
    throw error
  }
}

/** Opens the sign-in page of the issuer, which leads back to the current address. */
export function signIn() {
  storeAddress(location.hash)
  location.assign(`/oauth2/authorization/yiqiao?lang=${locale()}`)
}

/** Ends the session here, then at the issuer. Throws a Problem if the center does not respond. */
export async function signOut() {
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''
  const response = await fetch('/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } })
    .catch(() => null)
  if (!response) throw new Problem({ kind: 'unreachable' })
  location.assign(response.headers.get('Location') ?? '/')
}

/** The failure of the last sign-in: 'failed', 'unavailable' or null. Restores the address from before the sign-in. */
export function signInOutcome() {
  const outcome = new URLSearchParams(location.search).get('sign-in')
  const hash = location.hash || takeStoredAddress()
  if (outcome || hash !== location.hash) history.replaceState(null, '', location.pathname + hash)
  return ['failed', 'unavailable'].includes(outcome) ? outcome : null
}

function storeAddress(hash) {
  try {
    sessionStorage.setItem(ADDRESS_KEY, hash)
  } catch {
    // Without storage, the sign-in leads back to the initial state of the page.
  }
}

function takeStoredAddress() {
  try {
    const hash = sessionStorage.getItem(ADDRESS_KEY) ?? ''
    sessionStorage.removeItem(ADDRESS_KEY)
    return hash
  } catch {
    return ''
  }
}
