import { useId } from 'react';
import type { ReactNode } from 'react';

/**
 * A button with a small panel that opens below it, by the browser's own popover: Escape and a tap beside it close it,
 * and the focus goes back to the button. `children` get a function that closes it.
 */
export function FoldOut({
  label,
  title,
  button,
  className,
  place = 'below',
  children,
}: {
  /** What the button is to a screen reader; the panel is called the same. */
  label: string;
  title?: string;
  button: ReactNode;
  className?: string;
  /** `above` for a bar at the bottom of a phone. */
  place?: 'below' | 'above';
  children: (close: () => void) => ReactNode;
}) {
  const id = useId();
  return (
    <>
      <button type="button" className={className} aria-label={label} title={title} popoverTarget={id}>
        {button}
      </button>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className="fs-fold-out"
        data-place={place}
        onToggle={(event) => {
          if (event.newState === 'open') event.currentTarget.querySelector<HTMLElement>('button, a, input')?.focus();
        }}
      >
        {children(() => document.getElementById(id)?.hidePopover())}
      </div>
    </>
  );
}

/** One line of a panel that does something; `isCurrent` says that it is how things are now. */
export function FoldOutItem({
  isCurrent = false,
  lang,
  icon,
  onChoose,
  children,
}: {
  isCurrent?: boolean;
  lang?: string;
  icon?: ReactNode;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className="fs-fold-out-item" lang={lang} aria-current={isCurrent} onClick={onChoose}>
      {icon}
      {children}
    </button>
  );
}
