import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Fragment, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Me } from '../kernel/session.ts';
import { useWords } from '../kernel/words.ts';
import { placesFor } from './navigation.ts';
import { findAnything } from './palette-search.ts';
import type { PaletteHit } from './palette-search.ts';
import { shellWords } from './shell.words.ts';

const FEWEST_LETTERS = 2;

/** Finds projects, partners, sessions, people and places in the menu; arrows choose, Enter opens. */
export default function CommandPalette({ me, onClose }: { me: Me; onClose: () => void }) {
  const words = useWords(shellWords);
  const router = useRouter();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const text = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['palette', text],
    queryFn: ({ signal }) => findAnything(text, signal),
    enabled: text.length >= FEWEST_LETTERS,
    placeholderData: (previous) => previous,
  });
  const wanted = text.toLocaleLowerCase('da');
  const actions: PaletteHit[] = placesFor(me)
    .map((place) => ({ kind: 'action' as const, id: place.href, title: words[place.word], href: place.href }))
    .concat(
      me.memberships.some((one) => one.role === 'owner' || one.role === 'coordinator')
        ? [{ kind: 'action' as const, id: '/projekter/nyt', title: words.newProject, href: '/projekter/nyt' }]
        : [],
    )
    .filter((action) => action.title.toLocaleLowerCase('da').includes(wanted));
  const hits = [...(text.length >= FEWEST_LETTERS ? (found.data ?? []) : []), ...actions];
  const at = Math.min(chosen, Math.max(0, hits.length - 1));

  function openHit(hit: PaletteHit | undefined) {
    if (hit === undefined) return;
    onClose();
    void router.navigate({ href: hit.href });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setChosen((at + 1) % Math.max(1, hits.length));
    else if (event.key === 'ArrowUp') setChosen((at - 1 + hits.length) % Math.max(1, hits.length));
    else if (event.key === 'Enter') openHit(hits[at]);
    else return;
    event.preventDefault();
  }
  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, at]);

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size="lg"
      yOffset="10vh"
      centered={false}
      padding={0}
      title={words.search}
      classNames={{ header: 'fs-hidden' }}
    >
      <TextInput
        className="fs-palette-input"
        size="lg"
        variant="unstyled"
        leftSection={<IconSearch size={20} aria-hidden="true" />}
        aria-label={words.search}
        placeholder={words.searchHint}
        data-autofocus
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} ref={list} role="listbox" aria-label={words.search} className="fs-palette">
        {hits.map((hit, index) => (
          <Fragment key={`${hit.kind}:${hit.id}`}>
            {hits[index - 1]?.kind !== hit.kind && (
              <li role="presentation" className="fs-palette-kind">
                {words.searchKinds[hit.kind]}
              </li>
            )}
            <li
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              onPointerMove={() => setChosen(index)}
              onClick={() => openHit(hit)}
            >
              <span>{hit.title}</span>
              {hit.text !== undefined && <span className="fs-quiet">{hit.text}</span>}
            </li>
          </Fragment>
        ))}
      </ul>
      <p className="fs-palette-foot" role="status">
        {hits.length === 0 && !found.isFetching ? words.searchNone : words.searchHelp}
      </p>
    </Modal>
  );
}
