import { compareNames, count } from './format.js'
import { t } from './i18n.js'
import { make, setFigure } from './dom.js'

const MAX_ROWS = 100 // rows shown before "show all"

/**
 * A sortable table that reuses its rows in updates, so that focus, hover and selection survive a live refresh. The
 * first column contains the name and a bar below it. The bar shows closed and open requests in proportion to the total.
 *
 * columns: [{key, head, note?, value(row), text(row), title?(row), className?}]; rows with a null `value` sort last.
 * Options: id(row), name(row), nameHead, caption(), and for rows with a link href(row) and onHover(id | null).
 */
export function createTable(node, { columns, id, name, nameHead, caption, href, onHover }) {
  let sort = { key: 'total', up: false }
  let rows = []
  let showingAll = false
  const lines = new Map() // id → {line, label, closed, open, cells}
  const head = make('tr')
  const body = make('tbody')
  const title = make('caption', { class: 'visually-hidden' })
  const more = make('button', { type: 'button', class: 'more', onclick: showAll })
  node.append(make('table', {}, title, make('thead', {}, head), body), more)

  if (href) body.addEventListener('click', follow)
  if (onHover) {
    body.addEventListener('mouseover', event => onHover(event.target.closest('tr')?.dataset.id ?? null))
    body.addEventListener('mouseleave', () => onHover(null))
  }

  function updateLanguage() {
    title.textContent = caption()
    const named = { key: 'name', head: nameHead, className: 'name' }
    head.replaceChildren(...[named, ...columns].map(headOf))
    showSort()
    if (rows.length) draw(true)
  }

  function headOf({ key, head: label, note, className }) {
    const button = make('button', { type: 'button', onclick: () => sortBy(key) }, make('span', {}, t(label)))
    return make('th', { scope: 'col', class: className, 'data-key': key, title: note && t(note) }, button)
  }

  function sortBy(key) {
    sort = sort.key === key ? { key, up: !sort.up } : { key, up: key === 'name' }
    showSort()
    draw(true)
  }

  function showSort() {
    for (const cell of head.children)
      if (cell.dataset.key === sort.key) cell.setAttribute('aria-sort', sort.up ? 'ascending' : 'descending')
      else cell.removeAttribute('aria-sort')
  }

  function sorted() {
    const byName = (a, b) => compareNames(name(a), name(b))
    const value = columns.find(({ key }) => key === sort.key)?.value
    const sign = sort.up ? 1 : -1
    if (!value) return [...rows].sort((a, b) => sign * byName(a, b))
    return [...rows].sort((a, b) => {
      const [x, y] = [value(a), value(b)]
      if (x == null || y == null) return (x == null) - (y == null) || byName(a, b)
      return sign * (x - y) || byName(a, b)
    })
  }

  function draw(quiet) {
    const highestTotal = Math.max(...rows.map(row => row.total), 1)
    const shown = showingAll ? sorted() : sorted().slice(0, MAX_ROWS)
    const order = shown.map(row => lineOf(row, highestTotal, quiet))
    if (order.length !== body.children.length || order.some((line, i) => line !== body.children[i])) {
      const focused = body.contains(document.activeElement) ? document.activeElement : null
      body.replaceChildren(...order)
      focused?.focus({ preventScroll: true })
    }
    more.hidden = shown.length === rows.length
    more.textContent = t('more', count(rows.length))
  }

  function lineOf(row, highestTotal, quiet) {
    const key = id(row)
    const known = lines.has(key)
    if (!known) lines.set(key, newLine(key, row))
    const { line, label, closed, open, cells } = lines.get(key)
    label.textContent = name(row)
    closed.style.width = `${(100 * row.closed) / highestTotal}%`
    open.style.width = `${(100 * row.open) / highestTotal}%`
    columns.forEach(({ text, title: exact }, i) => {
      setFigure(cells[i], text(row), quiet || !known)
      if (exact) cells[i].title = exact(row)
    })
    return line
  }

  function newLine(key, row) {
    const label = href ? make('a', { href: href(row) }) : make('span')
    const [closed, open] = [make('i', { class: 'closed' }), make('i', { class: 'open' })]
    const bar = make('span', { class: 'bar', 'aria-hidden': 'true' }, closed, open)
    const cells = columns.map(({ className }) => make('td', { class: className }))
    const line = make('tr', { 'data-id': key }, make('th', { scope: 'row', class: 'name' }, label, bar), ...cells)
    return { line, label, closed, open, cells }
  }

  function follow(event) {
    if (event.target.closest('a') || getSelection().toString()) return
    event.target.closest('tr')?.querySelector('a')?.click()
  }

  function showAll() {
    showingAll = true
    draw(true)
    body.children[MAX_ROWS]?.querySelector('a')?.focus({ preventScroll: true })
  }

  return {
    updateLanguage,
    /** Removes all rows, before rows of another place or period. */
    reset() {
      lines.clear()
      rows = []
      showingAll = false
      body.replaceChildren()
      more.hidden = true
    },
    /** Shows new figures. Unless `quiet`, changed figures are highlighted briefly. */
    update(next, quiet) {
      rows = next
      draw(quiet)
    },
    /** Shows placeholder rows until the first figures arrive. */
    showPlaceholders(number = 7) {
      this.reset()
      const blank = () => make('tr', { class: 'blank' }, make('th', { class: 'name' }, make('span')),
        ...columns.map(({ className }) => make('td', { class: className }, make('span'))))
      body.replaceChildren(...Array.from({ length: number }, blank))
    },
    highlight(key) {
      body.querySelector('tr.highlighted')?.classList.remove('highlighted')
      lines.get(key)?.line.classList.add('highlighted')
    },
  }
}
