import { useState } from 'react';
import { inviteInput, type RolePlace } from '@forspring/domain/people/invitation';
import { placeOfRole, type Role, roles } from '@forspring/domain/people/membership';
import { ErrorSummary, Form, FormActions, SelectField, TextField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { peopleWords } from './people.words.ts';

interface Typed {
  name: string;
  email: string;
  role: Role;
  placeId: string | null;
}

const empty: Typed = { name: '', email: '', role: 'partner', placeId: null };

/** Invites one person to one role; the places offered follow the role. */
export function InviteForm({ municipalityId, places }: { municipalityId: string; places: RolePlace[] }) {
  const words = useWords(peopleWords);
  const terms = useWords(termWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const [id, setId] = useState(() => crypto.randomUUID());
  const [sentTo, setSentTo] = useState<string | null>(null);
  const labels = { name: words.name, email: words.email, role: words.roleLabel, placeId: words.place };
  const invite = useCommand(trpc.people.invitePerson.mutationOptions());
  const inputOf = (typed: Typed) => ({
    ...typed,
    id,
    municipalityId,
    placeKind: placeOfRole[typed.role],
    placeId: typed.placeId ?? '',
  });
  const fields = useFields({
    initial: empty,
    check: (typed) => checkWith(inviteInput, language, labels)(inputOf(typed)),
    draftKey: `invitation ${municipalityId}`,
  });
  const fitting = places.filter((place) => place.kind === placeOfRole[fields.values.role]);
  async function submit() {
    setSentTo(null);
    if (!fields.check()) return;
    const done = await invite.send(inputOf(fields.values));
    if (done === undefined) return;
    setSentTo(fields.values.email);
    setId(crypto.randomUUID());
    fields.reset(empty);
  }
  return (
    <Section title={words.invite} help={words.inviteHelp}>
      <Form label={words.invite} onSubmit={() => void submit()}>
        <ErrorSummary
          problems={invite.problem === null ? fields.problems : fieldsOf(invite.problem, labels)}
          round={fields.problemRound}
          other={invite.problem === null ? undefined : textOf(invite.problem)}
        />
        <TextField {...fields.bind('name')} label={words.name} />
        <TextField {...fields.bind('email')} label={words.email} help={words.emailHelp} kind="email" />
        <SelectField
          {...fields.bind('role')}
          onChange={(role) => {
            fields.set('role', role ?? 'partner');
            fields.set('placeId', null);
          }}
          label={words.roleLabel}
          options={roles.map((role) => ({ value: role, label: terms.role[role] }))}
        />
        <SelectField
          {...fields.bind('placeId')}
          label={words.place}
          help={fitting.length === 0 ? words.noPlace[placeOfRole[fields.values.role]] : undefined}
          options={fitting.map((place) => ({ value: place.id, label: place.name }))}
        />
        <FormActions submit={words.send} isBusy={invite.isBusy} />
        <p role="status">{sentTo === null ? '' : words.sent(sentTo)}</p>
      </Form>
    </Section>
  );
}
