import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { ErrorSummary, Form, FormActions, PasswordField, TextField } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { Facts, Page } from '@forspring/ui/page';
import { Empty, Loading } from '@forspring/ui/states';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { signIn } from '../../kernel/auth.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { shellWords } from '../shell.words.ts';
import { PASSWORD_MIN_LENGTH, entryWords } from './entry.words.ts';

const route = getRouteApi('/open/invitation/$token');

/** Accept an invitation: who invited, to which role, and a password of one's own. */
export function InvitationPage() {
  const { token } = route.useParams();
  const words = useWords(entryWords);
  const roleWords = useWords(shellWords).roles;
  const router = useRouter();
  const { textOf, fieldsOf } = useProblemWords();
  useTitle(words.invitationTitle);
  const invitation = useQuery(trpc.people.showInvitation.queryOptions({ token }, { retry: false }));
  const accept = useCommand(trpc.people.acceptInvitation.mutationOptions(), { refreshes: false });
  const fields = useFields({
    initial: { name: '', password: '' },
    check: ({ name, password }) => [
      ...(name.trim() === '' ? [{ path: 'name', message: words.fillName }] : []),
      ...(password.length < PASSWORD_MIN_LENGTH ? [{ path: 'password', message: words.fillPassword }] : []),
    ],
  });
  if (invitation.isPending) return <Loading />;
  if (invitation.isError || invitation.data === null) {
    return (
      <Page title={words.invitationTitle}>
        <Empty title={words.invitationGone} text={words.invitationGoneText} action={<UiLink href="/log-ind">{words.logIn}</UiLink>} />
      </Page>
    );
  }
  const { email, inviterName, role, placeName } = invitation.data;
  async function submit() {
    if (!fields.check()) return;
    const { name, password } = fields.values;
    const done = await accept.send({ token, name: name.trim(), password });
    if (done !== undefined && (await signIn(email, password)) === 'done') await router.navigate({ to: '/', replace: true });
  }
  return (
    <Page title={words.invitationTitle} lead={words.invitationLead(inviterName)}>
      <Form label={words.invitationTitle} onSubmit={() => void submit()}>
        <Facts
          facts={[
            { term: words.email, value: email },
            { term: words.invitationRoles, value: `${roleWords[role]}, ${placeName}` },
          ]}
        />
        <ErrorSummary
          problems={fields.problems.length > 0 ? fields.problems : accept.problem === null ? [] : fieldsOf(accept.problem)}
          round={fields.problemRound}
          other={accept.problem === null ? undefined : textOf(accept.problem)}
        />
        <TextField {...fields.bind('name')} label={words.name} help={words.nameHelp} autoComplete="name" />
        <PasswordField {...fields.bind('password')} label={words.password} help={words.passwordHelp} showLabel={words.showPassword} isNew />
        <FormActions submit={words.accept} isBusy={accept.isBusy} />
      </Form>
    </Page>
  );
}
