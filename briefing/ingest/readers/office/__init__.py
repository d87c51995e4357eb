"""What the readers of DOCX, ODT, RTF and EPUB are made of: safe XML, walks, properties."""
