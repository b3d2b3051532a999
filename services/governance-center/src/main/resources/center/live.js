import { count, moment } from './format.js'
import { t } from './i18n.js'

const RETRY_DELAY = 10_000 // milliseconds; an EventSource stops permanently after an HTTP error, as from a proxy

/**
 * Shows the state of the connection to /api/live in `node`. Calls `onChange` when events were processed and when a
 * lost connection is restored.
 */
export function connectLive(node, onChange) {
  const [state, events, lag] = ['state', 'events', 'lag'].map(name => node.querySelector('.' + name))
  let status = 'connecting'
  let last = null
  let source = null
  let retryTimer = 0

  function connect() {
    source = new EventSource('/api/live')
    source.addEventListener('open', () => {
      const reconnected = status === 'reconnecting'
      show('live')
      if (reconnected) onChange()
    })
    source.addEventListener('changed', ({ data }) => {
      last = JSON.parse(data)
      show('live')
      onChange()
    })
    source.addEventListener('error', () => {
      show('reconnecting')
      if (source.readyState === EventSource.CLOSED) retryTimer = setTimeout(connect, RETRY_DELAY)
    })
  }

  function show(next = status) {
    status = next
    node.dataset.state = status
    setText(state, t(`live.${status}`))
    events.textContent = last ? t('live.events', count(last.events), last.events) : ''
    lag.textContent = last && status === 'live' ? (last.lag > 0 ? t('live.lag', count(last.lag)) : t('live.done')) : ''
    node.dataset.behind = String(last?.lag > 0)
    node.title = last?.at ? t('live.at', moment(last.at)) : ''
  }

  function stop() {
    clearTimeout(retryTimer)
    source.close()
  }

  node.hidden = false
  connect()
  show()
  return { show, stop }
}

// A screen reader announces a status region whenever its text is set, even if the text is the same.
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text
}
