import { lazy, Suspense, useEffect, useState } from 'react';
import { useMantineColorScheme } from '@mantine/core';
import { IconDots, IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { FoldOut, FoldOutItem } from '@forspring/ui/fold-out';
import { UiLink } from '@forspring/ui/link';
import { Loading } from '@forspring/ui/states';
import { useMe } from '../kernel/session.ts';
import type { Me } from '../kernel/session.ts';
import { useLanguage, useWords } from '../kernel/words.ts';
import { isAnswerPath } from './answer-path.ts';
import { chooseLanguage } from './choose-language.ts';
import { isHere, placesFor } from './navigation.ts';
import type { Place } from './navigation.ts';
import { usePaletteKey } from './palette-key.ts';
import { PersonMenu } from './person-menu.tsx';
import { PhoneLine } from './phone-line.tsx';
import { shellWords } from './shell.words.ts';
import { themeChoices } from './theme-choices.ts';

// Searching everything needs the network and is no part of what a phone opens with.
const CommandPalette = lazy(() => import('./command-palette.tsx'));

const BOTTOM_PLACES = 5;

/** The frame of every page: skip link, top line, menu by role, content, footer. */
export function Layout() {
  const isAnswering = useRouterState({ select: (state) => isAnswerPath(state.location.pathname) });
  return <Suspense fallback={<Loading lines={3} />}>{isAnswering ? <Outlet /> : <Frame />}</Suspense>;
}

function Frame() {
  const me = useMe();
  const words = useWords(shellWords);
  const [isSearching, setSearching] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const places = placesFor(me);
  usePaletteKey(() => me.user !== null && setSearching(true));
  useFocusOnNewPage(path);
  // A kiosk has the screen to itself: no menu, no search, no way out but its own.
  if (me.kiosk !== null)
    return (
      <Suspense fallback={<Loading lines={3} />}>
        <Outlet />
      </Suspense>
    );
  return (
    <div className="fs-shell" data-signed-in={me.user !== null ? true : undefined}>
      <a className="fs-skip" href="#indhold">
        {words.skip}
      </a>
      <TopLine me={me} onSearch={() => setSearching(true)} />
      <PhoneLine />
      {places.length > 0 && <Rail places={places} path={path} />}
      <main id="indhold" className="fs-main" tabIndex={-1}>
        <Suspense fallback={<Loading lines={6} />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer me={me} />
      {places.length > 0 && <BottomBar places={places} path={path} />}
      {isSearching && (
        <Suspense>
          <CommandPalette me={me} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** A new page starts at its top for a screen reader too. */
function useFocusOnNewPage(path: string) {
  const [first] = useState(path);
  useEffect(() => {
    if (path !== first || document.activeElement?.closest('nav'))
      document.getElementById('indhold')?.focus({ preventScroll: true });
  }, [path, first]);
}

function TopLine({ me, onSearch }: { me: Me; onSearch: () => void }) {
  const words = useWords(shellWords);
  const municipalities = [...new Set(me.memberships.map((one) => one.municipalityName))];
  return (
    <header className="fs-top">
      <UiLink href="/" className="fs-mark" aria-label="Forspring">
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
          <rect width="32" height="32" rx="7" className="fs-mark-ground" />
          <path d="M8 24V8h14v4H12.5v3.5H20V19h-7.5v5z" className="fs-mark-letter" />
          <circle cx="23.5" cy="22.5" r="2.5" className="fs-mark-dot" />
        </svg>
        <span>Forspring</span>
      </UiLink>
      {municipalities.length > 0 && <span className="fs-place">{municipalities.join(', ')}</span>}
      {me.isStory && (
        <span className="fs-sample" title={words.sampleText}>
          {words.sample}
        </span>
      )}
      <span className="fs-top-gap" />
      {me.user !== null && (
        <button type="button" className="fs-search-button" onClick={onSearch}>
          <IconSearch size={18} aria-hidden="true" />
          <span>{words.search}</span>
          <kbd aria-hidden="true">{/Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'}</kbd>
        </button>
      )}
      <LanguageChoice />
      <ThemeChoice />
      {me.user === null ? (
        <UiLink href="/log-ind" className="fs-log-in">
          {words.logIn}
        </UiLink>
      ) : (
        <PersonMenu me={me} user={me.user} />
      )}
    </header>
  );
}

function LanguageChoice() {
  const words = useWords(shellWords);
  const language = useLanguage();
  return (
    <FoldOut
      label={`${words.language}: ${language.toUpperCase()}`}
      title={words.language}
      className="fs-top-button fs-wide-only"
      button={
        <>
          <IconLanguage size={18} aria-hidden="true" />
          {language.toUpperCase()}
        </>
      }
    >
      {(close) =>
        (['da', 'en'] as const).map((one) => (
          <FoldOutItem
            key={one}
            lang={one}
            isCurrent={language === one}
            onChoose={() => {
              chooseLanguage(one);
              close();
            }}
          >
            {one === 'da' ? 'Dansk' : 'English'}
          </FoldOutItem>
        ))
      }
    </FoldOut>
  );
}

function ThemeChoice() {
  const words = useWords(shellWords);
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const choices = themeChoices(words);
  return (
    <FoldOut
      label={`${words.theme}: ${choices.find((one) => one.value === colorScheme)?.label}`}
      title={words.theme}
      className="fs-top-button fs-wide-only"
      button={
        colorScheme === 'dark' ? <IconMoon size={18} aria-hidden="true" /> : <IconSun size={18} aria-hidden="true" />
      }
    >
      {(close) =>
        choices.map((choice) => (
          <FoldOutItem
            key={choice.value}
            isCurrent={colorScheme === choice.value}
            onChoose={() => {
              setColorScheme(choice.value);
              close();
            }}
          >
            {choice.label}
          </FoldOutItem>
        ))
      }
    </FoldOut>
  );
}

function Rail({ places, path }: { places: Place[]; path: string }) {
  const words = useWords(shellWords);
  return (
    <nav className="fs-rail" aria-label={words.navigation}>
      <ul>
        {places.map((place) => (
          <li key={place.href}>
            <PlaceLink place={place} path={path} size={18} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function BottomBar({ places, path }: { places: Place[]; path: string }) {
  const words = useWords(shellWords);
  const router = useRouter();
  const shown = places.length > BOTTOM_PLACES ? places.slice(0, BOTTOM_PLACES - 1) : places;
  const rest = places.slice(shown.length);
  return (
    <nav className="fs-bottom" aria-label={words.navigation}>
      <ul>
        {shown.map((place) => (
          <li key={place.href}>
            <PlaceLink place={place} path={path} size={22} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <FoldOut
              label={words.more}
              place="above"
              className="fs-place-link"
              button={
                <>
                  <IconDots size={22} aria-hidden="true" />
                  <span>{words.more}</span>
                </>
              }
            >
              {(close) =>
                rest.map((place) => (
                  <FoldOutItem
                    key={place.href}
                    isCurrent={isHere(place, path)}
                    icon={<place.icon size={18} aria-hidden="true" />}
                    onChoose={() => {
                      close();
                      void router.navigate({ href: place.href });
                    }}
                  >
                    {words[place.word]}
                  </FoldOutItem>
                ))
              }
            </FoldOut>
          </li>
        )}
      </ul>
    </nav>
  );
}

function PlaceLink({ place, path, size }: { place: Place; path: string; size: number }) {
  const words = useWords(shellWords);
  return (
    <UiLink href={place.href} className="fs-place-link" aria-current={isHere(place, path) ? 'page' : undefined}>
      <place.icon size={size} stroke={1.75} aria-hidden="true" />
      <span>{words[place.word]}</span>
    </UiLink>
  );
}

function Footer({ me }: { me: Me }) {
  const words = useWords(shellWords);
  const links = [
    { href: '/tilgaengelighed', title: words.accessibility },
    { href: '/privatliv', title: words.privacy },
    { href: '/kontakt', title: words.contact },
    { href: '/om', title: words.about },
  ];
  return (
    <footer className="fs-footer">
      {me.isStory && <span className="fs-sample">{words.sampleText}</span>}
      <p className="fs-concern">
        {words.concern}{' '}
        {me.concernUrl !== null && (
          <a href={me.concernUrl} rel="noreferrer" target="_blank">
            {words.concernLink}
          </a>
        )}
      </p>
      <nav aria-label={words.footer}>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <UiLink href={link.href}>{link.title}</UiLink>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
