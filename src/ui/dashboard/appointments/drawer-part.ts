/** What the drawer of an appointment shows. */
export type DrawerPart = "facts" | "move" | "details" | "cancel";
