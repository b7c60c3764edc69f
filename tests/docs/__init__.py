"""The pages of docs/, and the site that is built from them."""
