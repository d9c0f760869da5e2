const SVG = 'http://www.w3.org/2000/svg';

/** Text is set as text: nothing that anybody typed is ever read as markup. */
export function element(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** A pictogram, from where the page's own ones come. */
export function picture(name: string): SVGElement {
  const made = document.createElementNS(SVG, 'svg');
  made.setAttribute('class', 'pic');
  made.setAttribute('aria-hidden', 'true');
  const known = document.querySelector('svg.pic use')?.getAttribute('href');
  if (known) {
    const use = document.createElementNS(SVG, 'use');
    use.setAttribute('href', known.replace(/#.*/, `#${name}`));
    made.append(use);
  }
  return made;
}

/** As replaceChildren, which old phones do not have. */
export function refill(place: Element, content: Node[]): void {
  place.textContent = '';
  place.append(...content);
}
