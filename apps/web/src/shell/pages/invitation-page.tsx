import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { ErrorSummary, Form, FormActions, PasswordField } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { Facts, Page } from '@forspring/ui/page';
import { Empty, Loading } from '@forspring/ui/states';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { signIn } from '../../kernel/auth.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { PASSWORD_MIN_LENGTH, entryWords } from './entry.words.ts';

const route = getRouteApi('/open/invitation/$token');

/** Accept an invitation: who invited, to which role, and a password of one's own. */
export function InvitationPage() {
  const { token } = route.useParams();
  const words = useWords(entryWords);
  const roleWords = useWords(termWords).role;
  const router = useRouter();
  const { textOf, fieldsOf } = useProblemWords();
  useTitle(words.invitationTitle);
  const invitation = useQuery(trpc.people.findInvitation.queryOptions({ token }));
  const accept = useCommand(trpc.people.acceptInvitation.mutationOptions(), { refreshes: false });
  const fields = useFields({
    initial: { password: '' },
    check: ({ password }) =>
      password.length < PASSWORD_MIN_LENGTH ? [{ path: 'password', message: words.fillPassword }] : [],
  });
  if (invitation.isPending) return <Loading />;
  if (invitation.isError) {
    return (
      <Page title={words.invitationTitle}>
        <Empty
          title={words.invitationGone}
          text={words.invitationGoneText}
          action={<UiLink href="/log-ind">{words.logIn}</UiLink>}
        />
      </Page>
    );
  }
  const { name, email, role, placeName, municipalityName, hasAccount } = invitation.data;
  async function submit() {
    if (!hasAccount && !fields.check()) return;
    const { password } = fields.values;
    const done = await accept.send(hasAccount ? { token } : { token, password });
    if (done === undefined) return;
    const isIn = !hasAccount && (await signIn(done.email, password)) === 'done';
    await router.navigate(isIn ? { to: '/', replace: true } : { to: '/log-ind', search: {}, replace: true });
  }
  return (
    <Page
      title={words.invitationTitle}
      lead={hasAccount ? words.invitationLeadKnown(municipalityName) : words.invitationLead(municipalityName)}
    >
      <Form label={words.invitationTitle} onSubmit={() => void submit()}>
        <Facts
          facts={[
            { term: words.yourName, value: name },
            { term: words.email, value: email },
            { term: words.invitationRoles, value: `${roleWords[role]}, ${placeName}` },
          ]}
        />
        <ErrorSummary
          problems={
            fields.problems.length > 0 ? fields.problems : accept.problem === null ? [] : fieldsOf(accept.problem)
          }
          round={fields.problemRound}
          other={accept.problem === null ? undefined : textOf(accept.problem)}
        />
        {!hasAccount && (
          <PasswordField
            {...fields.bind('password')}
            label={words.password}
            help={words.passwordHelp}
            showLabel={words.showPassword}
            isNew
          />
        )}
        <FormActions submit={hasAccount ? words.acceptKnown : words.accept} isBusy={accept.isBusy} />
      </Form>
    </Page>
  );
}
