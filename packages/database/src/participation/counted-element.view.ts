import { sql } from 'kysely';
import type { ElementDelivery } from '@forspring/domain/participation/element-delivery';
import type { Reader } from '../tables.ts';

/** On how many evenings each core element was delivered, of those on which somebody said which were; by place in the recipe. */
export const keptElements = (projectId: string) => sql<ElementDelivery>`
  select place, count(*) filter (where place = any (session.delivered_elements))::int as delivered_count,
    count(*)::int as asked_count
  from session cross join lateral generate_series(0, session.element_count - 1) as place
  where session.project_id = ${projectId} and session.state = 'held' and session.delivered_elements is not null
  group by place`;

/** The same from the evenings that are kept and from what retention left of the others; empty where nobody said anything. */
export async function readElements(db: Reader, projectId: string): Promise<ElementDelivery[]> {
  const { rows } = await sql<ElementDelivery>`
    select place, sum(delivered_count)::int as delivered_count, sum(asked_count)::int as asked_count
    from (
      ${keptElements(projectId)}
      union all
      select place, delivered_count, asked_count from element_total where project_id = ${projectId}
    ) as told
    group by place order by place
  `.execute(db);
  return rows;
}
