// Makes one element tree like another while preserving what the reader did: scrolling, focus, selection, expanded details.

/** `next` is consumed: new nodes move over. */
export function patchChildren(current: Node, next: Node): void {
  let place = current.firstChild;
  for (const wanted of [...next.childNodes]) {
    const match = place && findMatch(place, wanted);
    if (!match) {
      current.insertBefore(wanted, place);
      continue;
    }
    if (match === place) place = place.nextSibling;
    else current.insertBefore(match, place);
    patchNode(match, wanted);
  }
  while (place) {
    const following: ChildNode | null = place.nextSibling;
    place.remove();
    place = following;
  }
}

/** Sections come and go, so they are matched by name among their following siblings; other nodes match only by position. */
function findMatch(place: ChildNode, wanted: ChildNode): ChildNode | null {
  const key = keyOf(wanted);
  if (keyOf(place) === key) return place;
  if (wanted.nodeName !== 'SECTION') return null;
  for (let node = place.nextSibling; node; node = node.nextSibling) {
    if (keyOf(node) === key) return node;
  }
  return null;
}

function keyOf(node: Node): string {
  return node instanceof Element && node.nodeName === 'SECTION' ? `SECTION ${node.classList[0]}` : node.nodeName;
}

function patchNode(current: Node, next: Node): void {
  if (current.isEqualNode(next)) return;
  if (current instanceof Element && next instanceof Element) {
    patchAttributes(current, next);
    patchChildren(current, next);
  } else if (current.nodeValue !== next.nodeValue) {
    current.nodeValue = next.nodeValue;
  }
}

function patchAttributes(current: Element, next: Element): void {
  for (const { name } of [...current.attributes]) {
    if (!next.hasAttribute(name) && !isReaders(current, name)) current.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (current.getAttribute(name) !== value && !isReaders(current, name)) current.setAttribute(name, value);
  }
}

/** Whether details are expanded is the reader's choice, not the document's. */
function isReaders(element: Element, attribute: string): boolean {
  return element.nodeName === 'DETAILS' && attribute === 'open';
}
