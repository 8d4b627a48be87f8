import type { Metadata } from "next";
import { LocationsPage } from "#ui/dashboard/locations/locations-page.tsx";

export const metadata: Metadata = { title: "Locations" };

export default LocationsPage;
