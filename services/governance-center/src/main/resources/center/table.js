import { compareNames, count } from './format.js'
import { t } from './i18n.js'
import { make, setFigure } from './dom.js'

const FIRST = 100 // rows shown before "show all"

/**
 * A sortable table whose rows live on between updates, so that focus, hover and selection survive a live refresh.
 * The first column is the name with a bar below it (closed and open, as long as the row's total).
 *
 * columns: [{key, head, note?, value(row), text(row), title?(row), className?}], `value` may be null: sorted last.
 * Options: id(row), name(row), nameHead, caption() and for rows that lead somewhere href(row), onHover(id | null).
 */
export function createTable(node, { columns, id, name, nameHead, caption, href, onHover }) {
  let sort = { key: 'total', up: false }
  let rows = []
  let all = false
  const lines = new Map() // id → {line, label, closed, open, cells}
  const head = make('tr')
  const body = make('tbody')
  const title = make('caption', { class: 'unseen' })
  const more = make('button', { type: 'button', class: 'more', onclick: showAll })
  node.append(make('table', {}, title, make('thead', {}, head), body), more)

  if (href) body.addEventListener('click', follow)
  if (onHover) {
    body.addEventListener('mouseover', event => onHover(event.target.closest('tr')?.dataset.id ?? null))
    body.addEventListener('mouseleave', () => onHover(null))
  }

  function words() {
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
    const most = Math.max(...rows.map(row => row.total), 1)
    const shown = all ? sorted() : sorted().slice(0, FIRST)
    const order = shown.map(row => lineOf(row, most, quiet))
    if (order.length !== body.children.length || order.some((line, i) => line !== body.children[i])) {
      const focused = body.contains(document.activeElement) ? document.activeElement : null
      body.replaceChildren(...order)
      focused?.focus({ preventScroll: true })
    }
    more.hidden = shown.length === rows.length
    more.textContent = t('more', count(rows.length))
  }

  function lineOf(row, most, quiet) {
    const key = id(row)
    const known = lines.has(key)
    if (!known) lines.set(key, newLine(key, row))
    const { line, label, closed, open, cells } = lines.get(key)
    label.textContent = name(row)
    closed.style.width = `${(100 * row.closed) / most}%`
    open.style.width = `${(100 * row.open) / most}%`
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
    all = true
    draw(true)
    body.children[FIRST]?.querySelector('a')?.focus({ preventScroll: true })
  }

  return {
    words,
    /** Other rows: forgets the old ones. */
    reset() {
      lines.clear()
      rows = []
      all = false
      body.replaceChildren()
      more.hidden = true
    },
    /** Newer figures. `quiet`: without lighting up what changed. */
    update(next, quiet) {
      rows = next
      draw(quiet)
    },
    /** Grey lines while the first figures are awaited. */
    wait(number = 7) {
      this.reset()
      const blank = () => make('tr', { class: 'blank' }, make('th', { class: 'name' }, make('span')),
        ...columns.map(({ className }) => make('td', { class: className }, make('span'))))
      body.replaceChildren(...Array.from({ length: number }, blank))
    },
    light(key) {
      body.querySelector('tr.lit')?.classList.remove('lit')
      lines.get(key)?.line.classList.add('lit')
    },
  }
}
