import { createContext, createElement, useContext } from 'react';
import type { AnchorHTMLAttributes, ComponentType, Ref } from 'react';

/** A link as every building block draws it: an address inside the application and the usual attributes of an anchor. */
export interface UiLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  ref?: Ref<HTMLAnchorElement>;
}

const LinkContext = createContext<ComponentType<UiLinkProps>>(PlainLink);

/** Hands the application's own link (one that changes page without loading anew) to every building block below it. */
export const UiLinkProvider = LinkContext;

function PlainLink(props: UiLinkProps) {
  return <a {...props} />;
}

/** A link inside the application; a plain anchor where no router has been handed in. */
export function UiLink(props: UiLinkProps) {
  return createElement(useContext(LinkContext), props);
}
