/** Gives jsdom the few measures of a browser that the building blocks ask for; for screen tests. */
export function layOut() {
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
      dispatchEvent: () => false,
    }) as MediaQueryList;
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  if (!('scrollIntoView' in Element.prototype)) {
    Object.defineProperty(Element.prototype, 'scrollIntoView', { configurable: true, value: () => undefined });
  }
  // A box that scrolls is a screen high, everything in it a row high.
  for (const measure of ['clientHeight', 'offsetHeight']) {
    Object.defineProperty(HTMLElement.prototype, measure, {
      configurable: true,
      get(this: HTMLElement) {
        return this.classList.contains('fs-scroll') ? 600 : 44;
      },
    });
  }
}
