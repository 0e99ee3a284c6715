import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { setUpInput } from '@forspring/domain/people/invitation';
import { ChoiceField, ErrorSummary, Form, FormActions, PasswordField, TextField } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { Page } from '@forspring/ui/page';
import { Empty } from '@forspring/ui/states';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { signIn } from '../../kernel/auth.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { entryWords } from './entry.words.ts';

interface Typed {
  municipalityName: string;
  districts: 'yes' | 'no';
  name: string;
  email: string;
  password: string;
}

const empty: Typed = { municipalityName: '', districts: 'no', name: '', email: '', password: '' };

/** What was typed as the domain's schema takes it. */
function inputOf({ districts, ...typed }: Typed, municipalityId: string) {
  return { ...typed, municipalityId, hasDistricts: districts === 'yes' };
}

/** The first set-up of an installation without a story: a municipality and its first coordinator. */
export function SetUpPage() {
  const words = useWords(entryWords);
  const language = useLanguage();
  const me = useMe();
  const router = useRouter();
  const { textOf, fieldsOf } = useProblemWords();
  useTitle(words.setUpTitle);
  const setUp = useCommand(trpc.people.setUp.mutationOptions(), { refreshes: false });
  const [municipalityId] = useState(() => crypto.randomUUID());
  const labels = {
    municipalityName: words.municipalityName,
    hasDistricts: words.hasDistricts,
    name: words.name,
    email: words.email,
    password: words.password,
  };
  const fields = useFields({
    initial: empty,
    check: (values) => checkWith(setUpInput, language, labels)(inputOf(values, municipalityId)),
  });
  if (!me.needsSetUp) {
    return (
      <Page title={words.setUpTitle}>
        <Empty
          title={words.setUpDone}
          text={words.setUpDoneText}
          action={<UiLink href="/log-ind">{words.logIn}</UiLink>}
        />
      </Page>
    );
  }
  async function submit() {
    if (!fields.check()) return;
    const done = await setUp.send(inputOf(fields.values, municipalityId));
    if (done !== undefined && (await signIn(done.email, fields.values.password)) === 'done') {
      await router.navigate({ to: '/', replace: true });
    }
  }
  return (
    <Page title={words.setUpTitle} lead={words.setUpLead}>
      <Form label={words.setUpTitle} onSubmit={() => void submit()}>
        <ErrorSummary
          problems={
            fields.problems.length > 0 ? fields.problems : setUp.problem === null ? [] : fieldsOf(setUp.problem, labels)
          }
          round={fields.problemRound}
          other={setUp.problem === null ? undefined : textOf(setUp.problem)}
        />
        <TextField {...fields.bind('municipalityName')} label={words.municipalityName} help={words.municipalityHelp} />
        <ChoiceField
          {...fields.bind('districts')}
          onChange={(value) => fields.set('districts', value ?? 'no')}
          label={words.hasDistricts}
          help={words.hasDistrictsHelp}
          options={[
            { value: 'no', label: words.no },
            { value: 'yes', label: words.yes },
          ]}
        />
        <TextField {...fields.bind('name')} label={words.name} help={words.nameHelp} autoComplete="name" />
        <TextField
          {...fields.bind('email')}
          label={words.email}
          help={words.emailHelp}
          kind="email"
          autoComplete="username"
        />
        <PasswordField
          {...fields.bind('password')}
          label={words.password}
          help={words.passwordHelp}
          showLabel={words.showPassword}
          isNew
        />
        <FormActions submit={words.submit} isBusy={setUp.isBusy} />
      </Form>
    </Page>
  );
}
