import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ErrorSummary, Form, FormActions, PasswordField, TextField } from '@forspring/ui/form';
import { Page, Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { storyPassword } from '@forspring/domain/people/story-password';
import { trpc } from '../../kernel/api.ts';
import { signIn } from '../../kernel/auth.ts';
import { signInExpiry } from '../../kernel/offline/person.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useMe } from '../../kernel/session.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { signInWords } from './sign-in.words.ts';

const route = getRouteApi('/open/log-ind');

/** Sign in: one click for a person of the example, e-mail and password for everybody else. */
export function SignInPage() {
  const words = useWords(signInWords);
  const me = useMe();
  const isExpired = useSyncExternalStore(signInExpiry.subscribe, signInExpiry.isExpired);
  const router = useRouter();
  const { til = '/' } = route.useSearch();
  useTitle(words.title);
  const [other, setOther] = useState<string | null>(null);
  const [busyWith, setBusyWith] = useState<string | null>(null);

  useEffect(() => {
    if (me.needsSetUp) void router.navigate({ to: '/opsaetning', replace: true });
    else if (me.user !== null && !isExpired) void router.navigate({ href: til, replace: true });
  }, [me, isExpired, til, router]);

  async function enter(email: string, password: string, name: string) {
    setOther(null);
    setBusyWith(name);
    const result = await signIn(email, password);
    if (result !== 'done') {
      setOther(words[result]);
      setBusyWith(null);
    }
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="fs-sign-in" data-alone={me.isStory ? undefined : true}>
        {me.isStory && (
          <StoryPersons
            busyWith={busyWith}
            onChoose={(person) => void enter(person.email, storyPassword, person.name)}
          />
        )}
        <AccountForm
          hasTitle={me.isStory}
          isBusy={busyWith !== null}
          other={other}
          onEnter={(email, password) => void enter(email, password, email)}
        />
      </div>
    </Page>
  );
}

function StoryPersons({
  busyWith,
  onChoose,
}: {
  busyWith: string | null;
  onChoose: (person: { name: string; email: string }) => void;
}) {
  const words = useWords(signInWords);
  const roleWords = useWords(termWords).role;
  const formats = useFormats();
  const persons = useQuery(trpc.people.listSamplePersons.queryOptions());
  const roleOf = ({ roles }: NonNullable<typeof persons.data>[number]) => {
    const names = formats.list([...new Set(roles.map((one) => roleWords[one.role]))]);
    return [names, ...roles.slice(0, 1).map((one) => one.placeName)].join(', ');
  };
  return (
    <Section title={words.storyTitle} help={words.storyHelp}>
      <ul className="fs-persons">
        {(persons.data ?? [])
          .map((person) => ({ ...person, role: roleOf(person) }))
          .map((person) => (
            <li key={person.email}>
              <button
                type="button"
                className="fs-person-card"
                disabled={busyWith !== null}
                onClick={() => onChoose(person)}
              >
                <strong>{person.name}</strong>
                <span>{person.title}</span>
                {person.role !== person.title && <span className="fs-quiet">{person.role}</span>}
              </button>
            </li>
          ))}
      </ul>
      <p role="status" className="fs-quiet">
        {busyWith === null ? '' : words.opening(busyWith)}
      </p>
    </Section>
  );
}

function AccountForm({
  hasTitle,
  isBusy,
  other,
  onEnter,
}: {
  hasTitle: boolean;
  isBusy: boolean;
  other: string | null;
  onEnter: (email: string, password: string) => void;
}) {
  const words = useWords(signInWords);
  const fields = useFields({
    initial: { email: '', password: '' },
    check: ({ email, password }) => [
      ...(email.trim() === '' ? [{ path: 'email', message: words.fillEmail }] : []),
      ...(password === '' ? [{ path: 'password', message: words.fillPassword }] : []),
    ],
  });
  const form = (
    <Form
      label={words.accountTitle}
      onSubmit={() => fields.check() && onEnter(fields.values.email.trim(), fields.values.password)}
    >
      <ErrorSummary problems={fields.problems} round={fields.problemRound} other={other} />
      <TextField {...fields.bind('email')} label={words.email} kind="email" autoComplete="username" />
      <PasswordField {...fields.bind('password')} label={words.password} showLabel={words.showPassword} />
      <FormActions submit={words.submit} isBusy={isBusy} />
    </Form>
  );
  return hasTitle ? <Section title={words.accountTitle}>{form}</Section> : form;
}
