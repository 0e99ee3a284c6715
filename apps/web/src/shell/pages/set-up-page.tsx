import { useRouter } from '@tanstack/react-router';
import { ErrorSummary, Form, FormActions, PasswordField, TextField } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { Page } from '@forspring/ui/page';
import { Empty } from '@forspring/ui/states';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { signIn } from '../../kernel/auth.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { PASSWORD_MIN_LENGTH, entryWords, looksLikeEmail } from './entry.words.ts';

/** The first set-up of an installation without a story: a municipality and its first coordinator. */
export function SetUpPage() {
  const words = useWords(entryWords);
  const me = useMe();
  const router = useRouter();
  const { textOf, fieldsOf } = useProblemWords();
  useTitle(words.setUpTitle);
  const setUp = useCommand(trpc.people.setUp.mutationOptions(), { refreshes: false });
  const fields = useFields({
    initial: { municipalityName: '', name: '', email: '', password: '' },
    check: ({ municipalityName, name, email, password }) => [
      ...(municipalityName.trim() === '' ? [{ path: 'municipalityName', message: words.fillMunicipality }] : []),
      ...(name.trim() === '' ? [{ path: 'name', message: words.fillName }] : []),
      ...(looksLikeEmail(email) ? [] : [{ path: 'email', message: words.fillEmail }]),
      ...(password.length < PASSWORD_MIN_LENGTH ? [{ path: 'password', message: words.fillPassword }] : []),
    ],
  });
  if (!me.needsSetUp) {
    return (
      <Page title={words.setUpTitle}>
        <Empty title={words.setUpDone} text={words.setUpDoneText} action={<UiLink href="/log-ind">{words.logIn}</UiLink>} />
      </Page>
    );
  }
  async function submit() {
    if (!fields.check()) return;
    const { municipalityName, name, email, password } = fields.values;
    const person = { municipalityName: municipalityName.trim(), name: name.trim(), email: email.trim(), password };
    const done = await setUp.send(person);
    if (done !== undefined && (await signIn(person.email, password)) === 'done') await router.navigate({ to: '/', replace: true });
  }
  return (
    <Page title={words.setUpTitle} lead={words.setUpLead}>
      <Form label={words.setUpTitle} onSubmit={() => void submit()}>
        <ErrorSummary
          problems={fields.problems.length > 0 ? fields.problems : setUp.problem === null ? [] : fieldsOf(setUp.problem)}
          round={fields.problemRound}
          other={setUp.problem === null ? undefined : textOf(setUp.problem)}
        />
        <TextField {...fields.bind('municipalityName')} label={words.municipalityName} help={words.municipalityHelp} />
        <TextField {...fields.bind('name')} label={words.name} help={words.nameHelp} autoComplete="name" />
        <TextField {...fields.bind('email')} label={words.email} help={words.emailHelp} kind="email" autoComplete="username" />
        <PasswordField {...fields.bind('password')} label={words.password} help={words.passwordHelp} showLabel={words.showPassword} isNew />
        <FormActions submit={words.submit} isBusy={setUp.isBusy} />
      </Form>
    </Page>
  );
}
