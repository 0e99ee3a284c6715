import { Columns } from '@forspring/ui/page';
import { ConcernsPanel } from '../../features/partners/concerns-panel.tsx';
import { DeadlinesPanel, WaitingPanel } from '../../features/plans/due-panel.tsx';
import { MyProjectsPanel } from '../../features/projects/my-projects-panel.tsx';

/** The part of the work list for those who plan: what waits for others, what is due, one's projects. */
export default function HomePlans() {
  return (
    <>
      <Columns>
        <div>
          <WaitingPanel />
          <ConcernsPanel />
        </div>
        <div>
          <DeadlinesPanel />
        </div>
      </Columns>
      <MyProjectsPanel />
    </>
  );
}
