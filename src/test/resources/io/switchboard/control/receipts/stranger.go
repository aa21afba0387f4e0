// Checks what a log published with golang.org/x/mod/sumdb, which knows nothing of the portal. Ends with 1 and the reason where something does not hold.
//
//	stranger ORIGIN KEY note CHECKPOINT
//	stranger ORIGIN KEY included BUNDLE
//	stranger ORIGIN KEY extends OLDER CHECKPOINT PROOF
//	stranger ORIGIN KEY tiles CHECKPOINT FOLDER
//
// KEY is the log's raw Ed25519 key in base64.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	log.SetFlags(0)
	origin, key, what, files := os.Args[1], os.Args[2], os.Args[3], os.Args[4:]
	verifier, err := verifier(origin, key)
	must(err)
	switch what {
	case "note":
		tree, err := checkpoint(read(files[0]), verifier)
		must(err)
		fmt.Printf("signed: %d %s\n", tree.N, tree.Hash)
	case "included":
		count, err := included(files[0], verifier)
		must(err)
		fmt.Printf("included: %d\n", count)
	case "extends":
		older, err := checkpoint(read(files[0]), verifier)
		must(err)
		tree, err := checkpoint(read(files[1]), verifier)
		must(err)
		proof, err := hashes(strings.Split(strings.TrimSuffix(string(read(files[2])), "\n"), "\n"))
		must(err)
		must(tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash))
		fmt.Printf("extends: %d %d\n", older.N, tree.N)
	case "tiles":
		tree, err := checkpoint(read(files[0]), verifier)
		must(err)
		must(tiles(tree, files[1]))
		fmt.Printf("tiles: %d\n", tree.N)
	default:
		log.Fatalf("what is %s?", what)
	}
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func read(file string) []byte {
	content, err := os.ReadFile(file)
	must(err)
	return content
}

func verifier(origin, key string) (note.Verifier, error) {
	raw, err := base64.StdEncoding.DecodeString(key)
	if err != nil {
		return nil, err
	}
	vkey, err := note.NewEd25519VerifierKey(origin, raw)
	if err != nil {
		return nil, err
	}
	return note.NewVerifier(vkey)
}

// checkpoint opens the note; below its first line, a checkpoint is what sumdb calls a tree.
func checkpoint(text []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	origin, rest, _ := strings.Cut(opened.Text, "\n")
	if origin != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("a checkpoint of %s", origin)
	}
	return tlog.ParseTree([]byte("go.sum database tree\n" + rest))
}

func hashes(lines []string) ([]tlog.Hash, error) {
	var parsed []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, hash)
	}
	return parsed, nil
}

func included(bundle string, verifier note.Verifier) (int, error) {
	proofs, err := filepath.Glob(filepath.Join(bundle, "data", "proofs", "*.tlog-proof"))
	if err != nil {
		return 0, err
	}
	for _, proof := range proofs {
		id := strings.TrimSuffix(filepath.Base(proof), ".tlog-proof")
		entry := sha256.Sum256(read(filepath.Join(bundle, "data", "receipts", id+".dsse.json")))
		if err := includes(string(read(proof)), tlog.RecordHash(entry[:]), verifier); err != nil {
			return 0, fmt.Errorf("%s: %v", id, err)
		}
	}
	return len(proofs), nil
}

// includes reads a C2SP tlog-proof: two lines, the hashes, an empty line, and the checkpoint.
func includes(proof string, leaf tlog.Hash, verifier note.Verifier) error {
	head, signed, _ := strings.Cut(proof, "\n\n")
	lines := strings.Split(head, "\n")
	var index int64
	if _, err := fmt.Sscanf(lines[1], "index %d", &index); err != nil {
		return err
	}
	tree, err := checkpoint([]byte(signed), verifier)
	if err != nil {
		return err
	}
	path, err := hashes(lines[2:])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(path, tree.N, tree.Hash, index, leaf)
}

// tiles rebuilds the tree from its entries, compares every tile with it, and reads a proof from the tiles as a client of sumdb does. Not the last alone: tlog of
// Debian 12 leaves some tiles that it reads unauthenticated where complete subtrees of the tree share a tile.
func tiles(tree tlog.Tree, folder string) error {
	stored, err := rebuilt(tree.N, folder)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(tree.N, stored)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return fmt.Errorf("the entries lead to another root: %s", root)
	}
	for _, tile := range all(tree.N) {
		want, err := tlog.ReadTileData(tile, stored)
		if err != nil {
			return err
		}
		if !bytes.Equal(want, read(file(folder, tile, fmt.Sprint(tile.L)))) {
			return fmt.Errorf("%s is not of these entries", tile.Path())
		}
	}
	return proves(tree, stored, tlog.TileHashReader(tree, reader{folder}))
}

// all lists the tiles of a tree of that size, without the partial ones that it had on its way there.
func all(size int64) []tlog.Tile {
	var tiles []tlog.Tile
	for level := 0; size>>(level*height) > 0; level++ {
		count := size >> (level * height)
		for n := int64(0); n<<height < count; n++ {
			tiles = append(tiles, tlog.Tile{H: height, L: level, N: n, W: int(min(count-n<<height, 1<<height))})
		}
	}
	return tiles
}

func rebuilt(size int64, folder string) (tlog.HashReaderFunc, error) {
	var stored []tlog.Hash
	hashes := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var wanted []tlog.Hash
		for _, index := range indexes {
			wanted = append(wanted, stored[index])
		}
		return wanted, nil
	})
	entries, err := entries(size, folder)
	for n, entry := range entries {
		more, err := tlog.StoredHashes(int64(n), entry, hashes)
		if err != nil {
			return nil, err
		}
		stored = append(stored, more...)
	}
	return hashes, err
}

func proves(tree tlog.Tree, stored, tiled tlog.HashReader) error {
	for n := int64(0); n < tree.N; n += 17 {
		proof, err := tlog.ProveRecord(tree.N, n, tiled)
		if err != nil {
			return err
		}
		leaf, err := stored.ReadHashes([]int64{tlog.StoredHashIndex(0, n)})
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, leaf[0]); err != nil {
			return err
		}
	}
	return nil
}

// entries reads the bundles of C2SP tlog-tiles: each entry after its length as a big-endian 16-bit number.
func entries(size int64, folder string) ([][]byte, error) {
	var entries [][]byte
	for _, tile := range all(size) {
		if tile.L > 0 {
			break
		}
		bundle := read(file(folder, tile, "entries"))
		for len(bundle) > 0 {
			length := int(bundle[0])<<8 | int(bundle[1])
			entries = append(entries, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
	}
	if int64(len(entries)) != size {
		return nil, fmt.Errorf("%d entries in a tree of %d", len(entries), size)
	}
	return entries, nil
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

type reader struct{ folder string }

func (r reader) Height() int { return height }

func (r reader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var contents [][]byte
	for _, tile := range tiles {
		content, err := os.ReadFile(file(r.folder, tile, fmt.Sprint(tile.L)))
		if err != nil {
			return nil, err
		}
		contents = append(contents, content)
	}
	return contents, nil
}

func (r reader) SaveTiles([]tlog.Tile, [][]byte) {}

// file is where C2SP puts a tile: sumdb's own path without the height.
func file(folder string, tile tlog.Tile, level string) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/%d/", height, tile.L))
	return filepath.Join(folder, "tile", level, filepath.FromSlash(path))
}
