import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch, useLocation, useSearchParams } from 'wouter';
import { useSession } from './api/session.js';
import { GonePage } from './frame/gone-page.js';
import { Waiting } from './frame/parts.js';
import { ShellProvider } from './frame/shell.js';
import { Door } from './sign-in/door.js';
import { InvitationPage } from './sign-in/invitation-page.js';
import { PasswordForm } from './sign-in/password-dialog.js';
import { SignInPage } from './sign-in/sign-in-page.js';

const InboxPage = lazy(() => import('./inbox/inbox-page.js'));
const CasePage = lazy(() => import('./case/case-page.js'));
const CasesPage = lazy(() => import('./cases/cases-page.js'));
const ApprovalsPage = lazy(() => import('./approvals/approvals-page.js'));
const PromisesPage = lazy(() => import('./promises/promises-page.js'));
const StaffPage = lazy(() => import('./admin/staff-page.js'));
const ChannelsPage = lazy(() => import('./admin/channels-page.js'));
const ProceduresPage = lazy(() => import('./admin/procedures-page.js'));
const TokensPage = lazy(() => import('./admin/tokens-page.js'));
const SessionsPage = lazy(() => import('./admin/sessions-page.js'));
const WebhooksPage = lazy(() => import('./admin/webhooks-page.js'));
const OwedPage = lazy(() => import('./admin/owed-page.js'));
const NoticesPage = lazy(() => import('./admin/notices-page.js'));
const CalendarsPage = lazy(() => import('./admin/calendars-page.js'));
const AuditPage = lazy(() => import('./admin/audit-page.js'));
const ReportsPage = lazy(() => import('./promises/reports-page.js'));
const DeadLettersPage = lazy(() => import('./admin/dead-letters-page.js'));

/** Pages by address; without a session every one leads to the door and back. */
export function App() {
  const { person } = useSession();
  const [location, go] = useLocation();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const atDoor = location === '/sign-in';
  const invited = /^\/invitations\/(.+)$/.exec(location)?.[1];

  useEffect(() => {
    if (person === null && !atDoor && !invited) go(`/sign-in?to=${encodeURIComponent(location)}`, { replace: true });
  }, [person, atDoor, invited, location, go]);

  if (invited) return <InvitationPage token={invited} />;
  if (person === undefined) return <Waiting />;
  if (person === null) return atDoor ? <SignInPage /> : null;
  if (person.mustChangePassword)
    return (
      <Door title={t('me.password')}>
        <div>
          <h1 className="h2">{t('signIn.mustChange')}</h1>
          <PasswordForm onDone={() => undefined} />
        </div>
      </Door>
    );
  if (atDoor) return <Redirect to={safePath(search.get('to'))} replace />;
  return (
    <ShellProvider>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/">
            <Redirect to="/inbox" replace />
          </Route>
          <Route path="/inbox">
            <InboxPage />
          </Route>
          <Route path="/conversations/:id">{({ id }) => <InboxPage id={decodeURIComponent(id)} />}</Route>
          <Route path="/cases" component={CasesPage} />
          <Route path="/cases/:number">
            {({ number }) => <CasePage key={number} number={decodeURIComponent(number)} />}
          </Route>
          <Route path="/approvals" component={ApprovalsPage} />
          <Route path="/promises" component={PromisesPage} />
          <Route path="/admin">
            <Redirect to="/admin/staff" replace />
          </Route>
          <Route path="/admin/staff" component={StaffPage} />
          <Route path="/admin/channels" component={ChannelsPage} />
          <Route path="/admin/procedures" component={ProceduresPage} />
          <Route path="/admin/dead-letters" component={DeadLettersPage} />
          <Route path="/admin/tokens" component={TokensPage} />
          <Route path="/admin/sessions" component={SessionsPage} />
          <Route path="/admin/webhooks" component={WebhooksPage} />
          <Route path="/admin/owed" component={OwedPage} />
          <Route path="/admin/notices" component={NoticesPage} />
          <Route path="/admin/calendars" component={CalendarsPage} />
          <Route path="/admin/audit" component={AuditPage} />
          <Route path="/reports" component={ReportsPage} />
          <Route component={GonePage} />
        </Switch>
      </Suspense>
    </ShellProvider>
  );
}

/** Only an address of the desk itself. */
function safePath(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/inbox';
}
