/**
 * Returns a throttled version of `work`. It starts `pause` milliseconds after the previous run at the earliest, never
 * runs twice at the same time, and runs only while the page is visible. Calls in between lead to one more run.
 */
export function throttle(work, pause) {
  let requested = false
  let busy = false
  async function run() {
    if (!requested || busy || document.hidden) return
    requested = false
    busy = true
    try {
      await work()
    } finally {
      setTimeout(() => {
        busy = false
        run()
      }, pause)
    }
  }
  document.addEventListener('visibilitychange', run)
  return () => {
    requested = true
    run()
  }
}
