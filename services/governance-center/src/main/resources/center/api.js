import { language } from './i18n.js'

const PATIENCE = 30_000 // milliseconds

/** A refusal or a failure, as the service words it (RFC 9457) or, with `kind`, as the page words it. */
export class Problem extends Error {
  constructor({ kind, status, title, detail, code }) {
    super(title ?? kind)
    Object.assign(this, { kind, status, title, detail, code })
  }
}

/** Reads JSON. Throws a Problem, or the AbortError of the given signal. */
export async function getJson(path, parameters = {}, signal) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value != null)).toString()
  const wait = new AbortController()
  const leave = () => wait.abort(signal.reason)
  signal?.addEventListener('abort', leave)
  const timer = setTimeout(() => wait.abort(new Problem({ kind: 'slow' })), PATIENCE)
  try {
    signal?.throwIfAborted()
    const response = await fetch(query ? `${path}?${query}` : path, {
      headers: { Accept: 'application/json', 'Accept-Language': language() === 'zh' ? 'zh-CN' : 'en' },
      signal: wait.signal,
    })
    if (!response.ok) throw await problemOf(response)
    return await response.json()
  } catch (error) {
    if (signal?.aborted || error instanceof Problem) throw error
    if (error instanceof SyntaxError) throw new Problem({ kind: 'garbled' })
    throw new Problem({ kind: 'silent' })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}

async function problemOf(response) {
  const body = await response.json().catch(() => ({}))
  const kind = { 401: 'signed-out', 404: 'missing' }[response.status] ?? 'refused'
  return new Problem({ kind, status: response.status, title: body?.title, detail: body?.detail, code: body?.code })
}
