import type { ReactNode } from 'react';
import { Page } from '@forspring/ui/page';
import { useTitle } from '../../kernel/title.ts';

interface TextPageProps {
  title: string;
  lead: string;
  sections: readonly { title: string; text: string; points?: readonly string[] }[];
  children?: ReactNode;
}

/** A page for reading: a lead and sections of text. */
export function TextPage({ title, lead, sections, children }: TextPageProps) {
  useTitle(title);
  return (
    <Page title={title} lead={lead}>
      <div className="fs-prose">
        {sections.map((section) => (
          <section key={section.title}>
            <h2>{section.title}</h2>
            <p>{section.text}</p>
            {section.points !== undefined && (
              <ul>
                {section.points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
        {children}
      </div>
    </Page>
  );
}
