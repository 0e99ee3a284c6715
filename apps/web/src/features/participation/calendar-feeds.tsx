import { Button, CopyButton, Modal, TextInput } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorSummary, Form, FormActions, SelectField } from '@forspring/ui/form';
import { FactLine, Section } from '@forspring/ui/page';
import type { ShownFeed } from '@forspring/domain/participation/calendar';
import { daysOfView } from '@forspring/domain/participation/calendar.rules';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { useScopes } from './calendar-panel.tsx';
import { calendarWords } from './calendar.words.ts';

/** The secret of a new link: drawn here, so that no answer of the server ever holds it. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** One's own links for calendar programs: those in use, a new one shown once, and closing one. */
export function CalendarFeeds() {
  const words = useWords(calendarWords);
  const [isAdding, setAdding] = useState(false);
  const { data } = useSuspenseQuery(trpc.calendar.listFeeds.queryOptions());
  return (
    <div className="ca-feeds">
      <Section
        title={words.feedsTitle}
        help={words.feedsHelp}
        action={
          isAdding ? undefined : (
            <Button variant="default" onClick={() => setAdding(true)}>
              {words.addFeed}
            </Button>
          )
        }
      >
        {isAdding && <NewFeed onClose={() => setAdding(false)} />}
        {data.feeds.length === 0 && !isAdding && <p className="fs-quiet">{words.noFeeds}</p>}
        {data.feeds.length > 0 && (
          <ul className="ca-feed-list">
            {data.feeds.map((feed) => (
              <Feed key={feed.id} feed={feed} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

function NewFeed({ onClose }: { onClose: () => void }) {
  const words = useWords(calendarWords);
  const language = useLanguage();
  const { textOf } = useProblemWords();
  const { today } = useMe();
  const { data } = useQuery(trpc.calendar.listCalendar.queryOptions(daysOfView('month', today)));
  const scopes = useScopes(data);
  const [chosen, setChosen] = useState('mine');
  const [feed] = useState(() => ({ id: crypto.randomUUID(), token: newToken() }));
  const add = useCommand(trpc.calendar.addFeed.mutationOptions());
  const [isMade, setMade] = useState(false);
  const address = `${window.location.origin}/kalender/${feed.token}.ics`;
  async function make() {
    const { projectId = null, venueId = null } = scopes.find(({ value }) => value === chosen) ?? {};
    const kind = projectId !== null ? 'project' : venueId !== null ? 'venue' : 'person';
    if ((await add.send({ ...feed, kind, projectId, venueId, language })) !== undefined) setMade(true);
  }
  if (isMade)
    return (
      <div className="ca-made" role="status">
        <h3>{words.madeTitle}</h3>
        <p>{words.madeHelp}</p>
        <TextInput label={words.address} value={address} readOnly onFocus={(event) => event.currentTarget.select()} />
        <div className="fs-form-actions">
          <CopyButton value={address}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>}
          </CopyButton>
          <Button component="a" href={address.replace(/^https?:/, 'webcal:')} variant="default">
            {words.openInCalendar}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {words.done}
          </Button>
        </div>
      </div>
    );
  return (
    <Form label={words.addFeed} onSubmit={() => void make()}>
      <ErrorSummary problems={[]} round={0} other={add.problem === null ? undefined : textOf(add.problem)} />
      <SelectField
        name="feed"
        label={words.feedOf}
        value={chosen}
        isSearchable={scopes.length > 12}
        options={scopes.map(({ value, label }) => ({ value, label }))}
        onChange={(value) => setChosen(value ?? 'mine')}
      />
      <FormActions submit={words.make} isBusy={add.isBusy}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}

function Feed({ feed }: { feed: ShownFeed }) {
  const words = useWords(calendarWords);
  const { textOf } = useProblemWords();
  const { day, instant } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const end = useCommand(trpc.calendar.endFeed.mutationOptions(), { onDone: () => setAsking(false) });
  const kind = words.feedKinds[feed.kind];
  const name = feed.name === null ? kind : `${kind}: ${feed.name}`;
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <FactLine
          facts={[
            words.feedMade(day(feed.madeAt.slice(0, 10))),
            feed.fetchedAt === null ? words.feedNever : words.feedFetched(instant(feed.fetchedAt)),
          ]}
        />
      </div>
      <Button variant="default" size="sm" aria-label={words.endFeedOf(name)} onClick={() => setAsking(true)}>
        {words.endFeed}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={words.endFeedOf(name)}>
        <p>{words.endQuestion}</p>
        {end.problem !== null && <p className="pa-wrong">{textOf(end.problem)}</p>}
        <div className="fs-form-actions">
          <Button color="red" loading={end.isBusy} onClick={() => void end.send({ id: feed.id })}>
            {words.endFeed}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {words.cancel}
          </Button>
        </div>
      </Modal>
    </li>
  );
}
