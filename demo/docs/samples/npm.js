import 'flinks-geft-status'; // registers <flinks-geft-status>, and tells TypeScript of the tag and its events
