/**
 * Turns many wishes into few runs: `work` runs at most once per `pause` milliseconds, never twice at once, and only
 * while the page is visible. A wish that comes meanwhile is kept and answered by the next run.
 */
export function gently(work, pause) {
  let wanted = false
  let busy = false
  async function run() {
    if (!wanted || busy || document.hidden) return
    wanted = false
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
    wanted = true
    run()
  }
}
