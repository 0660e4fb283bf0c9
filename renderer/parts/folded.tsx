// What is rarely needed, folded: its title opens it, and closes it again.
import type { ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { Icon } from "./icon.tsx";
import styles from "./folded.module.css";

interface FoldedProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Folded({ title, children }: FoldedProps) {
  return (
    <Disclosure>
      <Heading level={3}>
        <Button slot="trigger" className={styles["trigger"] ?? ""}>
          <Icon name="right" />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className={styles["panel"] ?? ""}>{children}</DisclosurePanel>
    </Disclosure>
  );
}
