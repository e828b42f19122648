type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type Child = Node | string | undefined;

/** An element; an attribute that is `undefined` or `false` is left out. Texts stay texts: nothing here takes markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export function button(label: string, attributes: Attributes, click: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', click);
  return made;
}

/** A choice of one among few. */
export function dropdown<Value extends string>(
  label: string,
  id: string,
  choices: readonly (readonly [value: Value, text: string])[],
  value: Value,
  change: (value: Value) => void,
): HTMLElement {
  const options = choices.map(([one, text]) => element('option', { value: one, selected: one === value }, text));
  const select = element('select', { id }, ...options);
  select.addEventListener('change', () => change(select.value as Value));
  return element('label', { class: 'control' }, element('span', {}, label), select);
}

export function checkbox(label: Child, id: string, checked: boolean, change: (checked: boolean) => void): HTMLElement {
  const box = element('input', { type: 'checkbox', id, checked });
  box.addEventListener('change', () => change(box.checked));
  return element('label', { class: 'control' }, box, element('span', {}, label));
}

/**
 * Draws anew, and leaves the focus and what was scrolled where they were, by the ids of elements. A panel that does not have the focus takes
 * it from nobody.
 */
export function redraw(root: HTMLElement, scrolled: readonly string[], draw: () => readonly Child[]): void {
  const before = document.activeElement;
  const caret = before instanceof HTMLInputElement && before.type === 'search' ? before.selectionStart : null;
  const places = scrolled.map((id) => {
    const { scrollLeft = 0, scrollTop = 0 } = document.getElementById(id) ?? {};
    return { id, scrollLeft, scrollTop };
  });
  root.replaceChildren(...draw().filter((child) => child !== undefined));
  for (const { id, scrollLeft, scrollTop } of places) document.getElementById(id)?.scrollTo(scrollLeft, scrollTop);
  const focused = document.getElementById(before?.id || 'nothing');
  if (document.hasFocus()) focused?.focus({ preventScroll: true });
  if (focused instanceof HTMLInputElement && caret !== null) focused.setSelectionRange(caret, caret);
}
