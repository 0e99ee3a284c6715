import { Suspense, useEffect, useState } from 'react';
import {
  ActionIcon,
  Button,
  Divider,
  Kbd,
  Menu,
  Popover,
  SegmentedControl,
  useMantineColorScheme,
} from '@mantine/core';
import { IconChevronDown, IconDots, IconLanguage, IconMoon, IconSearch, IconSun, IconUser } from '@tabler/icons-react';
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { UiLink } from '@forspring/ui/link';
import { Loading } from '@forspring/ui/states';
import { signOut } from '../kernel/auth.ts';
import { useMe } from '../kernel/session.ts';
import type { Me } from '../kernel/session.ts';
import { termWords } from '../kernel/terms.words.ts';
import { setLanguage, useLanguage, useWords } from '../kernel/words.ts';
import { CommandPalette, usePaletteKey } from './command-palette.tsx';
import { isHere, placesFor } from './navigation.ts';
import type { Place } from './navigation.ts';
import { shellWords } from './shell.words.ts';

const BOTTOM_PLACES = 5;

/** The frame of every page: skip link, top line, menu by role, content, footer. */
export function Layout() {
  return (
    <Suspense fallback={<Loading lines={3} />}>
      <Frame />
    </Suspense>
  );
}

function Frame() {
  const me = useMe();
  const words = useWords(shellWords);
  const [isSearching, setSearching] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const places = placesFor(me);
  usePaletteKey(() => me.user !== null && setSearching(true));
  useFocusOnNewPage(path);
  return (
    <div className="fs-shell" data-signed-in={me.user !== null ? true : undefined}>
      <a className="fs-skip" href="#indhold">
        {words.skip}
      </a>
      <TopLine me={me} onSearch={() => setSearching(true)} />
      {places.length > 0 && <Rail places={places} path={path} />}
      <main id="indhold" className="fs-main" tabIndex={-1}>
        <Suspense fallback={<Loading lines={6} />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer me={me} />
      {places.length > 0 && <BottomBar places={places} path={path} />}
      {isSearching && <CommandPalette me={me} onClose={() => setSearching(false)} />}
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
          <Kbd size="xs" aria-hidden="true">
            {/Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'}
          </Kbd>
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
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          className="fs-top-button fs-wide-only"
          leftSection={<IconLanguage size={18} aria-hidden="true" />}
        >
          <span className="fs-hidden">{words.language}: </span>
          {language.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.language}</Menu.Label>
        <Menu.Item lang="da" aria-current={language === 'da'} onClick={() => setLanguage('da')}>
          Dansk
        </Menu.Item>
        <Menu.Item lang="en" aria-current={language === 'en'} onClick={() => setLanguage('en')}>
          English
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ThemeChoice() {
  const words = useWords(shellWords);
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const choices = [
    { value: 'light', label: words.themeLight },
    { value: 'dark', label: words.themeDark },
    { value: 'auto', label: words.themeDevice },
  ] as const;
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className="fs-top-button fs-wide-only"
          aria-label={`${words.theme}: ${choices.find((one) => one.value === colorScheme)?.label}`}
          title={words.theme}
        >
          {colorScheme === 'dark' ? (
            <IconMoon size={18} aria-hidden="true" />
          ) : (
            <IconSun size={18} aria-hidden="true" />
          )}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.theme}</Menu.Label>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            aria-current={colorScheme === choice.value}
            onClick={() => setColorScheme(choice.value)}
          >
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function PersonMenu({ me, user }: { me: Me; user: NonNullable<Me['user']> }) {
  const words = useWords(shellWords);
  const terms = useWords(termWords);
  const router = useRouter();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <Popover position="bottom-end" width={300} shadow="md" trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          className="fs-top-button"
          leftSection={<IconUser size={18} aria-hidden="true" />}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          aria-label={words.personMenu(user.name)}
        >
          <span className="fs-person-name">{user.name}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={words.personMenu(user.name)}>
        <div className="fs-person">
          <strong>{user.name}</strong>
          {user.title !== '' && <span className="fs-quiet">{user.title}</span>}
          <span className="fs-quiet">{user.email}</span>
        </div>
        <Divider my={4} />
        <p className="fs-roles-title">{words.yourRoles}</p>
        <ul className="fs-roles">
          {me.memberships.slice(0, 8).map((one) => (
            <li key={`${one.role}:${one.placeId}`}>
              {terms.role[one.role]}, <span className="fs-quiet">{one.placeName}</span>
            </li>
          ))}
        </ul>
        <div className="fs-phone-choices">
          <Divider my={4} />
          <SegmentedControl
            fullWidth
            aria-label={words.language}
            value={language}
            onChange={(value) => setLanguage(value === 'en' ? 'en' : 'da')}
            data={[
              { value: 'da', label: 'Dansk' },
              { value: 'en', label: 'English' },
            ]}
          />
          <SegmentedControl
            fullWidth
            aria-label={words.theme}
            value={colorScheme}
            onChange={(value) => setColorScheme(value === 'dark' ? 'dark' : value === 'light' ? 'light' : 'auto')}
            data={[
              { value: 'light', label: words.themeLight },
              { value: 'dark', label: words.themeDark },
              { value: 'auto', label: words.themeDevice },
            ]}
          />
        </div>
        <Divider my={4} />
        <Button
          variant="subtle"
          fullWidth
          onClick={() => {
            void signOut().then(() => router.navigate({ to: '/log-ind', search: {} }));
          }}
        >
          {words.logOut}
        </Button>
      </Popover.Dropdown>
    </Popover>
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
            <Menu position="top-end" withinPortal={false}>
              <Menu.Target>
                <button
                  type="button"
                  className="fs-place-link"
                  data-here={rest.some((place) => isHere(place, path)) ? true : undefined}
                >
                  <IconDots size={22} aria-hidden="true" />
                  <span>{words.more}</span>
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                {rest.map((place) => (
                  <Menu.Item
                    key={place.href}
                    leftSection={<place.icon size={18} aria-hidden="true" />}
                    onClick={() => void router.navigate({ href: place.href })}
                  >
                    {words[place.word]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
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
