import { language } from './i18n.js'

const TIMEOUT = 30_000 // milliseconds

/** A rejected or failed request: described by the service (RFC 9457) or, depending on `kind`, by the page. */
export class Problem extends Error {
  constructor({ kind, status, title, detail, code }) {
    super(title ?? kind)
    Object.assign(this, { kind, status, title, detail, code })
  }
}

/** Requests JSON. Throws a Problem, or the AbortError of the given signal. */
export async function getJson(path, parameters = {}, signal) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value != null)).toString()
  const controller = new AbortController()
  const abort = () => controller.abort(signal.reason)
  signal?.addEventListener('abort', abort)
  const timer = setTimeout(() => controller.abort(new Problem({ kind: 'timeout' })), TIMEOUT)
  try {
    signal?.throwIfAborted()
    const response = await fetch(query ? `${path}?${query}` : path, {
      headers: { Accept: 'application/json', 'Accept-Language': language() === 'zh' ? 'zh-CN' : 'en' },
      signal: controller.signal,
    })
    if (!response.ok) throw await problemOf(response)
    return await response.json()
  } catch (error) {
    if (signal?.aborted || error instanceof Problem) throw error
    if (error instanceof SyntaxError) throw new Problem({ kind: 'unreadable' })
    throw new Problem({ kind: 'unreachable' })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

async function problemOf(response) {
  const body = await response.json().catch(() => ({}))
  const kind = { 401: 'signed-out', 404: 'not-found' }[response.status] ?? 'rejected'
  return new Problem({ kind, status: response.status, title: body?.title, detail: body?.detail, code: body?.code })
}
