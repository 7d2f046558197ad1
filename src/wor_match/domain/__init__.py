"""What the library talks about: frozen models, one noun a file."""
