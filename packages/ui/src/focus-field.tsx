import { fieldId } from './field-frame.tsx';

/** Brings the field at a path into view and gives it the focus. */
export function focusField(path: string) {
  const field = document.getElementById(fieldId(path));
  if (field === null) return;
  const target = field.matches('input, select, textarea, button')
    ? field
    : field.querySelector<HTMLElement>('input, select, textarea, button');
  const isStill = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  field.scrollIntoView?.({ block: 'center', behavior: isStill ? 'auto' : 'smooth' });
  (target ?? field).focus({ preventScroll: true });
}
