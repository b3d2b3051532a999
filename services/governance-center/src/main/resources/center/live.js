import { count, moment } from './format.js'
import { t } from './i18n.js'

const SECOND_TRY = 10_000 // milliseconds; an EventSource gives up for good on an HTTP error, for instance behind a proxy

/**
 * Shows the connection to /api/live in `node`; calls `onChange` when something was applied,
 * and when a lost connection is back.
 */
export function followLive(node, onChange) {
  const [state, events, lag] = ['state', 'events', 'lag'].map(name => node.querySelector('.' + name))
  let now = 'connecting'
  let last = null
  let source = null
  let again = 0

  function connect() {
    source = new EventSource('/api/live')
    source.addEventListener('open', () => {
      const missed = now === 'reconnecting'
      show('live')
      if (missed) onChange()
    })
    source.addEventListener('changed', ({ data }) => {
      last = JSON.parse(data)
      show('live')
      onChange()
    })
    source.addEventListener('error', () => {
      show('reconnecting')
      if (source.readyState === EventSource.CLOSED) again = setTimeout(connect, SECOND_TRY)
    })
  }

  function show(next = now) {
    now = next
    node.dataset.state = now
    setText(state, t(`live.${now}`))
    events.textContent = last ? t('live.events', count(last.events), last.events) : ''
    lag.textContent = last && now === 'live' ? (last.lag > 0 ? t('live.lag', count(last.lag)) : t('live.done')) : ''
    node.dataset.behind = String(last?.lag > 0)
    node.title = last?.at ? t('live.at', moment(last.at)) : ''
  }

  function stop() {
    clearTimeout(again)
    source.close()
  }

  node.hidden = false
  connect()
  show()
  return { show, stop }
}

// A status region is read out when its text is set, even to the same words.
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text
}
