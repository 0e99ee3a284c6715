import { Fragment, useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { StatusBadge, TierBadge } from './tier.tsx';
import type { TierLook } from './tier.tsx';
import { UiLink } from './link.tsx';
import { SectionHeading } from './section-heading.ts';
import { useUiWords } from './words.tsx';

declare module 'react' {
  // Our own CSS variables may stand in a style object beside the properties React knows.
  interface CSSProperties {
    [variable: `--fs-${string}`]: string | number | undefined;
  }
}

/** One step of the way to a page. */
export interface Crumb {
  title: string;
  href: string;
}

/** One tab of a page; each is a page of its own with its own address. */
export interface PageTab {
  title: string;
  href: string;
  isCurrent: boolean;
}

interface PageProps {
  title: ReactNode;
  tier?: TierLook;
  status?: { label: string; look?: 'plain' | 'strong' | 'waiting' | 'quiet' };
  /** The page's one primary button. */
  action?: ReactNode;
  /** Short facts shown in one line: place, period, ages, owner. */
  facts?: ReactNode[];
  /** Only where there is a parent. */
  breadcrumb?: Crumb[];
  tabs?: PageTab[];
  /** One sentence under the facts that says what the page is for. */
  lead?: ReactNode;
  children?: ReactNode;
}

/** The anatomy of every page: way, title line, facts, tabs, content. */
export function Page({ title, tier, status, action, facts, breadcrumb, tabs, lead, children }: PageProps) {
  const { words } = useUiWords();
  return (
    <article className="fs-page">
      <header className="fs-page-head">
        {breadcrumb !== undefined && breadcrumb.length > 0 && (
          <nav aria-label={words.breadcrumb} className="fs-crumbs">
            <ol>
              {breadcrumb.map((crumb) => (
                <li key={crumb.href}>
                  <UiLink href={crumb.href}>{crumb.title}</UiLink>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="fs-title-line">
          <h1>{title}</h1>
          {tier !== undefined && <TierBadge tier={tier} />}
          {status !== undefined && <StatusBadge {...status} />}
          {action !== undefined && <div className="fs-title-action">{action}</div>}
        </div>
        {facts !== undefined && <FactLine facts={facts} />}
        {lead !== undefined && <p className="fs-lead">{lead}</p>}
        {tabs !== undefined && <PageTabs tabs={tabs} />}
      </header>
      {children}
    </article>
  );
}

/** Facts in one line, parted by middle dots. */
export function FactLine({ facts }: { facts: ReactNode[] }) {
  return (
    <p className="fs-fact-line">
      {facts.map((fact, index) => (
        <Fragment key={index}>
          {index > 0 && <span aria-hidden="true"> · </span>}
          <span>{fact}</span>
        </Fragment>
      ))}
    </p>
  );
}

/** Tabs that are links: the address tells which one is open. */
export function PageTabs({ tabs, label }: { tabs: PageTab[]; label?: string }) {
  const { words } = useUiWords();
  const nav = useRef<HTMLElement>(null);
  const current = tabs.find(({ isCurrent }) => isCurrent)?.href;
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>('[aria-current]');
    // Where they do not fit, the open one is put in the middle; the page itself stays where it is.
    if (nav.current && link)
      nav.current.scrollLeft = link.offsetLeft - (nav.current.clientWidth - link.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={nav} aria-label={label ?? words.tabs} className="fs-tabs">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <UiLink href={tab.href} aria-current={tab.isCurrent ? 'page' : undefined}>
              {tab.title}
            </UiLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A part of a page with a heading of its own, one line of help and at most one action. */
export function Section({
  title,
  help,
  action,
  children,
  id,
}: {
  title: ReactNode;
  help?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  id?: string;
}) {
  const headingId = useId();
  return (
    <SectionHeading value={headingId}>
      <section className="fs-section" id={id}>
        <div className="fs-section-head">
          <h2 id={headingId}>{title}</h2>
          {action !== undefined && <div className="fs-section-action">{action}</div>}
        </div>
        {help !== undefined && <p className="fs-help">{help}</p>}
        {children}
      </section>
    </SectionHeading>
  );
}

/** Pairs of a term and its value, in as many columns as there is room for. */
export function Facts({ facts }: { facts: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="fs-facts">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Boxes side by side where there is room (each at least `minPx` wide), below each other where there is not. */
export function Columns({ children, minPx = 320 }: { children: ReactNode; minPx?: number }) {
  return (
    <div className="fs-columns" style={{ '--fs-column-min': `${minPx}px` }}>
      {children}
    </div>
  );
}

/**
 * A thin bar: `share` (0–1) is filled, more than 1 is drawn full with a notch that says so.
 * `markShare` sets a tick, e.g. how much of the time has gone. `text` says the same in words.
 */
export function Bar({
  label,
  share,
  text,
  markShare,
  markText,
  look = 'plain',
}: {
  label: string;
  share: number;
  text: string;
  markShare?: number;
  markText?: string;
  look?: 'plain' | 'over' | 'hatched';
}) {
  const filledShare = Math.min(1, Math.max(0, share));
  return (
    <div className="fs-bar" data-look={look}>
      <span className="fs-bar-label">{label}</span>
      <span className="fs-bar-text">{text}</span>
      <span className="fs-bar-track" aria-hidden="true">
        <span className="fs-bar-fill" style={{ width: `${filledShare * 100}%` }} />
        {markShare !== undefined && (
          <span className="fs-bar-mark" style={{ left: `${Math.min(1, Math.max(0, markShare)) * 100}%` }} />
        )}
      </span>
      {markText !== undefined && <span className="fs-hidden">{markText}</span>}
    </div>
  );
}
