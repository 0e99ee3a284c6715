import {
  MantineProvider,
  convertCssVariables,
  createTheme,
  defaultCssVariablesResolver,
  localStorageColorSchemeManager,
  mergeMantineTheme,
  mergeThemeOverrides,
  DEFAULT_THEME,
} from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useUiWords } from './words.tsx';

const petrol: MantineColorsTuple = [
  '#eaf5f6',
  '#d3e8ea',
  '#a9d2d6',
  '#7cbcc3',
  '#54a5ae',
  '#338c97',
  '#1d7480',
  '#12606b',
  '#0c4e58',
  '#073c44',
];
const gray: MantineColorsTuple = [
  '#f6f8f8',
  '#eef1f1',
  '#e3e8e8',
  '#d2d9da',
  '#b6c0c2',
  '#8b979a',
  '#667376',
  '#485457',
  '#2f393c',
  '#192123',
];
const dark: MantineColorsTuple = [
  '#e3e9ea',
  '#c5cdcf',
  '#a0abad',
  '#85918f',
  '#3d484b',
  '#2e383b',
  '#232b2e',
  '#181e20',
  '#12171a',
  '#0b0f10',
];

/**
 * The one theme: deep petrol on cool greys, Inter with tabular figures, 15 px body on a 4 px grid.
 * Shades 7 (light) and 6 (dark) of petrol carry white text at more than 4.5 to 1.
 */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, gray, dark },
  black: '#192123',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.5' },
    },
  },
  // Mantine locks scrolling by writing a <style> element, which a strict policy blocks.
  components: {
    Button: { defaultProps: { fw: 550 } },
    Modal: { defaultProps: { lockScroll: false, centered: true, radius: 'md' } },
    Drawer: { defaultProps: { lockScroll: false } },
    // A dialog's <header> would otherwise count as a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Mantine's greys for help text, placeholders and errors are too pale for WCAG AA; these are not. */
const readableVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[7],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': gray[4],
    '--mantine-color-petrol-light': petrol[0],
    '--mantine-color-petrol-light-hover': petrol[1],
    '--mantine-color-petrol-light-color': petrol[8],
    '--mantine-color-disabled-color': gray[6],
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': petrol[3],
    '--mantine-color-petrol-text': petrol[3],
    '--mantine-color-petrol-light': '#14333a',
    '--mantine-color-petrol-light-hover': '#194049',
    '--mantine-color-petrol-light-color': petrol[2],
    '--mantine-color-petrol-outline': petrol[3],
    '--mantine-color-disabled-color': dark[2],
  },
});

/** All of the theme's CSS variables as one style sheet text, for both colour schemes. */
export function themeCss(): string {
  const full = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(full);
  const own = readableVariables(full);
  return convertCssVariables({
    variables: { ...base.variables, ...own.variables },
    light: { ...base.light, ...own.light },
    dark: { ...base.dark, ...own.dark },
  });
}

/**
 * Adopts the theme's variables as a constructed style sheet, which `style-src 'self'` allows, unlike a <style> element.
 * Answers false where the browser has no constructed style sheets (then Mantine writes its own element).
 */
function adoptTheme(): boolean {
  if (typeof document === 'undefined' || !('adoptedStyleSheets' in document)) return false;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeCss());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return true;
}

const isAdopted = adoptTheme();
const colorSchemeManager = localStorageColorSchemeManager({ key: 'forspring-theme' });

/** Puts the look on everything below it; follows the device's colour scheme until the person chooses one. */
export function Look({ children }: { children: ReactNode }) {
  const { close } = useUiWords().words;
  const spoken = useMemo(() => {
    const named = { defaultProps: { closeButtonProps: { 'aria-label': close } } };
    return mergeThemeOverrides(theme, { components: { Modal: named, Drawer: named } });
  }, [close]);
  return (
    <MantineProvider
      theme={spoken}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      cssVariablesResolver={readableVariables}
      withCssVariables={!isAdopted}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
