/** Creates an element. Strings become text nodes, never markup; `null` children are ignored. */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else if (value === true) node.setAttribute(name, '')
    else if (value !== false && value != null) node.setAttribute(name, value)
  }
  node.append(...children.filter(child => child != null))
  return node
}

export const byId = id => document.getElementById(id)

/** Sets the text of a node. Unless `quiet`, the node is highlighted briefly when the text replaces an earlier one. */
export function setFigure(node, text, quiet) {
  const before = node.textContent
  if (before === text) return
  node.textContent = text
  if (quiet || before === '') return
  node.classList.remove('changed')
  void node.offsetWidth // restarts the animation
  node.classList.add('changed')
}
