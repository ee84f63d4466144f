"""The desk in the browser: pages, saves, people, files; with and without a browser."""
